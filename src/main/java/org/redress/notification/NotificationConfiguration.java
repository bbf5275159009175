package org.redress.notification;

import java.util.random.RandomGenerator;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of the outbox that are not found by themselves. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MessageSettings.class)
class NotificationConfiguration {

    /** Spreads what many messages and nodes would else try at the same moment. */
    @Bean
    Backoff backoff(MessageSettings settings) {
        return new Backoff(settings.firstRetry(), RandomGenerator.getDefault());
    }

    @Bean
    WebhookAddress webhookAddress(MessageSettings settings) {
        return new WebhookAddress(settings.httpHosts());
    }
}
