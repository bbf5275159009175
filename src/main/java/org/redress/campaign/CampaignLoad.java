package org.redress.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import org.redress.callback.CallSettings;
import org.redress.deadline.Calendars;
import org.redress.deadline.WorkingCalendar;
import org.redress.organisation.Absence;
import org.redress.organisation.Absences;
import org.redress.organisation.Organisation;
import org.redress.organisation.Person;
import org.redress.organisation.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many calls a campaign means against what the agents can make until its end (回访产能). */
@Service
@Transactional(readOnly = true)
public class CampaignLoad {

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final Absences absences;
    private final Calendars calendars;
    private final CallSettings settings;
    private final Clock clock;

    CampaignLoad(JdbcClient jdbc, Organisation organisation, Absences absences, Calendars calendars, CallSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.absences = absences;
        this.calendars = calendars;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param calls    those the campaign would add
     * @param waiting  on the list already
     * @param capacity what the agents who are there make from today until the last day, at the lower end of what is expected of an agent
     * @param agents   active agents
     * @param days     working days from today until the last day
     */
    public record Load(int calls, int waiting, int capacity, int agents, int days) {

        public boolean fits() {
            return calls + waiting <= capacity;
        }
    }

    public Load of(int calls, LocalDate lastDay) {
        WorkingCalendar calendar = calendars.current();
        LocalDate today = LocalDate.ofInstant(clock.instant(), calendar.zone());
        List<LocalDate> days = today.datesUntil(lastDay.plusDays(1)).filter(calendar::isWorkingDay).toList();
        List<Absence> agents = organisation.withRole(Role.CALLBACK_AGENT).stream().filter(Person::active).map(agent -> absences.of(agent.username())).toList();
        double capacity = days.stream().mapToDouble(day -> agents.stream().mapToDouble(agent -> there(agent, day)).sum() * settings.leastCalls()
                / workingDays(YearMonth.from(day), calendar)).sum();
        int waiting = jdbc.sql("select count(*) from follow_up_call where state = 'OPEN'").query(Integer.class).single();
        return new Load(calls, waiting, (int) capacity, agents.size(), days.size());
    }

    /** The share of the day the agent works. */
    private static double there(Absence absence, LocalDate day) {
        return (absence.coversMorning(day) ? 0 : 0.5) + (absence.coversAfternoon(day) ? 0 : 0.5);
    }

    private static double workingDays(YearMonth month, WorkingCalendar calendar) {
        return month.atDay(1).datesUntil(month.plusMonths(1).atDay(1)).filter(calendar::isWorkingDay).count();
    }
}
