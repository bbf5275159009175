package org.redress;

import org.redress.deadline.CalendarData;
import org.redress.deadline.Calendars;
import org.redress.deadline.ClockPolicy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the company's calendar and clock policy known to the rooms; {@code deadline} itself knows no framework. */
@Configuration
class DeadlineConfiguration {

    @Bean
    Calendars calendars() {
        return Calendars.only(CalendarData.china());
    }

    @Bean
    ClockPolicy clockPolicy() {
        return ClockPolicy.standard();
    }
}
