package org.redress.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.redress.insight.PersonLoad.Cell;
import org.redress.insight.PersonLoad.Lot;
import org.redress.organisation.Organisation;
import org.redress.organisation.Person;
import org.redress.organisation.Role;
import org.redress.shared.Bilingual;
import org.redress.shared.Problem;
import org.redress.worklist.OpenTask;
import org.redress.worklist.StepTimes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who has how much to do against how much they can (工作量), and what becomes of it when work changes hands. */
@Service
public class Workload {

    public static final int DAYS = 10;
    private static final int MOST_TASKS = 200;
    private static final Set<Role> WORK = EnumSet.of(Role.CALLBACK_AGENT, Role.INTAKE_AGENT, Role.COMPLAINT_SPECIALIST, Role.TEAM_MEMBER,
            Role.TEAM_LEADER);

    private final JdbcClient jdbc;
    private final Hours hours;
    private final Capacity capacity;
    private final BoardScope scope;
    private final Organisation organisation;
    private final StepTimes times;

    Workload(JdbcClient jdbc, Hours hours, Capacity capacity, BoardScope scope, Organisation organisation, StepTimes times) {
        this.jdbc = jdbc;
        this.hours = hours;
        this.capacity = capacity;
        this.scope = scope;
        this.organisation = organisation;
        this.times = times;
    }

    /** @param minutes what the step usually takes */
    public record TaskLine(String id, int version, String subject, Bilingual name, @Nullable String severity, String team, Instant dueAt, Instant startBy,
            int minutes) {
    }

    /** Somebody's load before and after work changes hands. */
    public record Effect(PersonLoad before, PersonLoad after) {
    }

    public List<LocalDate> days() {
        return hours.workingDays(DAYS);
    }

    /** People the reader may see, those with the most late work first. */
    public List<PersonLoad> people(@Nullable String team) {
        Set<String> mine = scope.teams();
        List<Person> people = organisation.people().stream().filter(Person::active)
                .filter(person -> person.roles().stream().anyMatch(WORK::contains))
                .filter(person -> mine == null || person.teams().stream().anyMatch(mine::contains))
                .filter(person -> team == null || person.teams().contains(team)).toList();
        return loads(people).values().stream()
                .sorted(Comparator.comparingInt(PersonLoad::late).thenComparingInt(PersonLoad::minutes).reversed()
                        .thenComparing(load -> load.person().username()))
                .toList();
    }

    /** @throws Problem 404 for nobody, 403 for somebody of a team that the reader does not lead */
    public PersonLoad person(String username) {
        Person person = require(username);
        return Objects.requireNonNull(loads(List.of(person)).get(username));
    }

    /** What somebody holds, what is due first comes first. @param day null for all of it */
    public List<TaskLine> tasks(String username, @Nullable LocalDate day) {
        require(username);
        LocalDate today = days().get(0);
        return jdbc.sql("""
                select * from open_task t where t.assignee = :user and not t.waiting and t.due_at >= :from and t.due_at < :until
                order by t.due_at, t.id limit :most""")
                .param("user", username).param("most", MOST_TASKS)
                .param("from", BoardMarks.at(day == null || !day.isAfter(today) ? Instant.EPOCH : hours.startOf(day)))
                .param("until", BoardMarks.at(day == null ? BoardSql.NEVER : hours.startOf(after(day))))
                .query((row, index) -> new TaskLine(row.getString("id"), row.getInt("version"), row.getString("subject"),
                        new Bilingual(row.getString("name_en"), row.getString("name_zh")), row.getString("severity"), row.getString("team"),
                        BoardRows.moment(row, "due_at"), BoardRows.moment(row, "start_by"),
                        times.of(row.getString("task_key"), row.getString("severity"), row.getInt("work_minutes")).usual()))
                .list();
    }

    /** What becomes of the load of everybody concerned when the tasks go to somebody. */
    public List<Effect> effect(List<OpenTask> tasks, String to) {
        Set<String> names = new LinkedHashSet<>(List.of(to));
        tasks.stream().map(OpenTask::assignee).filter(Objects::nonNull).forEach(names::add);
        Map<String, PersonLoad> before = loads(names.stream().map(organisation::person).flatMap(java.util.Optional::stream).toList());
        Map<String, PersonLoad> after = new LinkedHashMap<>(before);
        List<LocalDate> days = days();
        for (OpenTask task : tasks) {
            int each = times.of(task.key(), task.severity(), task.workMinutes()).usual();
            int day = column(task.dueAt().atZone(hours.zone()).toLocalDate(), days);
            after.computeIfPresent(String.valueOf(task.assignee()), (name, load) -> load.with(day, new Lot(-1, each)));
            after.computeIfPresent(to, (name, load) -> load.with(day, new Lot(1, each)));
        }
        return before.entrySet().stream().map(entry -> new Effect(entry.getValue(), Objects.requireNonNull(after.get(entry.getKey())))).toList();
    }

    private Person require(String username) {
        Person person = organisation.person(username).orElseThrow(() -> Problem.notFound("insight.problem.person", username));
        Set<String> mine = scope.teams();
        if (mine != null && person.teams().stream().noneMatch(mine::contains)) {
            throw Problem.forbidden("insight.problem.notYourTeam", person.name().en());
        }
        return person;
    }

    /** The first day of the next column: what is due on a day off belongs to the working day before. */
    private LocalDate after(LocalDate day) {
        return days().stream().filter(next -> next.isAfter(day)).findFirst().orElse(day.plusDays(1));
    }

    private static int column(LocalDate due, List<LocalDate> days) {
        for (int i = 0; i < days.size() - 1; i++) {
            if (due.isBefore(days.get(i + 1))) {
                return i;
            }
        }
        return due.isAfter(days.get(days.size() - 1)) ? days.size() : days.size() - 1;
    }

    private Map<String, PersonLoad> loads(Collection<Person> people) {
        List<LocalDate> days = days();
        Map<String, Map<Integer, Map<Integer, Integer>>> counted = count(people, days);
        Map<String, PersonLoad> loads = new LinkedHashMap<>();
        for (Person person : people) {
            Map<Integer, Map<Integer, Integer>> mine = counted.getOrDefault(person.username(), Map.of());
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < days.size(); i++) {
                LocalDate day = days.get(i);
                cells.add(new Cell(day, lots(mine.getOrDefault(i, Map.of())), capacity.minutes(person.username(), day),
                        capacity.away(person.username(), day)));
            }
            loads.put(person.username(), new PersonLoad(person, cells,
                    lots(mine.getOrDefault(days.size(), Map.of())).stream().mapToInt(Lot::minutes).sum()));
        }
        return loads;
    }

    private static List<Lot> lots(Map<Integer, Integer> byLength) {
        return byLength.entrySet().stream().map(entry -> new Lot(entry.getValue(), entry.getKey())).toList();
    }

    /** One statement: tasks by person, column and usual length. */
    private Map<String, Map<Integer, Map<Integer, Integer>>> count(Collection<Person> people, List<LocalDate> days) {
        Map<String, Map<Integer, Map<Integer, Integer>>> counted = new LinkedHashMap<>();
        jdbc.sql("""
                select t.assignee, t.task_key, t.severity, t.work_minutes, (greatest(t.due_at, :now) at time zone :zone)::date as day, count(*) as tasks
                from open_task t where t.assignee = any(:people) and not t.waiting group by 1, 2, 3, 4, 5""")
                .param("now", BoardMarks.at(hours.now())).param("zone", hours.zone().getId())
                .param("people", people.stream().map(Person::username).toArray(String[]::new))
                .query(row -> {
                    int each = times.of(row.getString("task_key"), row.getString("severity"), row.getInt("work_minutes")).usual();
                    counted.computeIfAbsent(row.getString("assignee"), unused -> new TreeMap<>())
                            .computeIfAbsent(column(row.getObject("day", LocalDate.class), days), unused -> new TreeMap<>())
                            .merge(each, row.getInt("tasks"), Integer::sum);
                });
        return counted;
    }
}
