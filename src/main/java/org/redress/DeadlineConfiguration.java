package org.redress;

import org.redress.deadline.ClockPolicy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the company's clock policy known to the rooms; {@code deadline} itself knows no framework. */
@Configuration
class DeadlineConfiguration {

    @Bean
    ClockPolicy clockPolicy() {
        return ClockPolicy.standard();
    }
}
