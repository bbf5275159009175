package org.redress.platform;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
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

    /** Not in tests: they come and go. */
    @Bean
    @ConditionalOnProperty(name = "redress.give-memory-back", havingValue = "true", matchIfMissing = true)
    IdleMemory idleMemory() {
        return new IdleMemory();
    }
}
