package org.redress.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.redress.callback.CallCapacity;
import org.redress.deadline.Calendars;
import org.redress.deadline.WorkingCalendar;
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
    private final CallCapacity capacity;
    private final Calendars calendars;
    private final Clock clock;

    CampaignLoad(JdbcClient jdbc, Organisation organisation, CallCapacity capacity, Calendars calendars, Clock clock) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.capacity = capacity;
        this.calendars = calendars;
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
        List<Person> agents = organisation.withRole(Role.CALLBACK_AGENT).stream().filter(Person::active).toList();
        int possible = 0;
        for (LocalDate from = today; !from.isAfter(lastDay); from = from.withDayOfMonth(1).plusMonths(1)) {
            LocalDate next = from.withDayOfMonth(1).plusMonths(1);
            LocalDate to = next.isAfter(lastDay) ? lastDay.plusDays(1) : next;
            for (Person agent : agents) {
                possible += capacity.of(agent.username(), from, to).least();
            }
        }
        int waiting = jdbc.sql("select count(*) from follow_up_call where state = 'OPEN'").query(Integer.class).single();
        return new Load(calls, waiting, possible, agents.size(), (int) today.datesUntil(lastDay.plusDays(1)).filter(calendar::isWorkingDay).count());
    }
}
