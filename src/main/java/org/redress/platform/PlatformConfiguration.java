package org.redress.platform;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The one clock: everybody injects it, nobody reads the machine's. Tests replace it with one they can move. */
@AutoConfiguration
@EnableConfigurationProperties(PlatformProperties.class)
class PlatformConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock systemClock(PlatformProperties properties) {
        return Clock.system(properties.zone());
    }
}
