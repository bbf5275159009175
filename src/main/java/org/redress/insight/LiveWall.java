package org.redress.insight;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.redress.organisation.Absence;
import org.redress.organisation.Absences;
import org.redress.organisation.Organisation;
import org.redress.organisation.Person;
import org.redress.organisation.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What hangs on the wall: the numbers of this moment, the gravest cases, and who is there to work on them. */
@Service
public class LiveWall {

    private static final int MOST_GRAVE = 20;
    private static final Duration SEEN = Duration.ofMinutes(15);
    private static final Set<Role> ON_SHIFT = EnumSet.of(Role.CALLBACK_AGENT, Role.INTAKE_AGENT, Role.COMPLAINT_SPECIALIST, Role.TEAM_MEMBER,
            Role.TEAM_LEADER);

    private final Boards boards;
    private final BoardScope scope;
    private final Organisation organisation;
    private final Absences absences;
    private final JdbcClient jdbc;
    private final Hours hours;

    LiveWall(Boards boards, BoardScope scope, Organisation organisation, Absences absences, JdbcClient jdbc, Hours hours) {
        this.boards = boards;
        this.scope = scope;
        this.organisation = organisation;
        this.absences = absences;
        this.jdbc = jdbc;
        this.hours = hours;
    }

    /**
     * @param grave   open S1 cases, what is due first comes first
     * @param onShift people of the desks and teams who are not absent now; nobody outside working hours
     */
    public record Wall(BoardNumbers numbers, List<BoardRow> grave, int graveCount, List<OnShift> onShift, Instant at) {
    }

    /** @param signedIn used the system within the last quarter of an hour */
    public record OnShift(Person person, boolean signedIn) {
    }

    public Wall now() {
        BoardNumbers numbers = boards.numbers(BoardFilter.ALL);
        BoardPage grave = boards.page(new BoardFilter(Set.of(), null, "S1", null, false, false, false, Set.of()), null, MOST_GRAVE);
        return new Wall(numbers, grave.rows(), grave.numbers().open(), onShift(), hours.now());
    }

    private List<OnShift> onShift() {
        if (!hours.working()) {
            return List.of();
        }
        Set<String> signedIn = new HashSet<>(jdbc.sql("select distinct principal_name from spring_session where last_access_time >= :since and expiry_time > :now")
                .param("since", hours.now().minus(SEEN).toEpochMilli()).param("now", hours.now().toEpochMilli()).query(String.class).list());
        Set<String> teams = scope.teams();
        List<OnShift> there = new ArrayList<>();
        for (Person person : organisation.people()) {
            if (person.active() && person.roles().stream().anyMatch(ON_SHIFT::contains) && !isAway(person)
                    && (teams == null || person.teams().stream().anyMatch(teams::contains))) {
                there.add(new OnShift(person, signedIn.contains(person.username())));
            }
        }
        return there;
    }

    private boolean isAway(Person person) {
        Absence absence = absences.of(person.username());
        boolean morning = hours.now().atZone(hours.zone()).toLocalTime().isBefore(LocalTime.NOON);
        return morning ? absence.coversMorning(hours.today()) : absence.coversAfternoon(hours.today());
    }
}
