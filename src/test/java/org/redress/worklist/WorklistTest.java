package org.redress.worklist;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.redress.MovableClock;
import org.redress.deadline.CalendarData;
import org.redress.deadline.Calendars;
import org.redress.organisation.Role;
import org.redress.shared.FieldProblem;
import org.redress.shared.Actor;
import org.redress.shared.AuditTrail;
import org.redress.shared.Bilingual;
import org.redress.worklist.form.FormValidator;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.fasterxml.jackson.databind.ObjectMapper;

/** The worklist alone on real PostgreSQL: its own classes, an engine and an organisation that only remember. */
abstract class WorklistTest {

    static final Instant NOW = MovableClock.START;

    protected final MovableClock clock = new MovableClock();
    protected final JdbcClient jdbc = JdbcClient.create(WorklistDatabase.dataSource());
    protected final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(WorklistDatabase.dataSource()));
    protected final List<Object> events = java.util.Collections.synchronizedList(new ArrayList<>());
    protected final List<String> audit = java.util.Collections.synchronizedList(new ArrayList<>());
    protected final FakeOrganisation organisation = new FakeOrganisation();
    protected final FakeEngine engine = new FakeEngine();
    protected final FakeForms forms = new FakeForms();
    protected final ObjectMapper json = new ObjectMapper();

    protected final TaskRows rows = new TaskRows(jdbc, clock, events::add, new ObjectMapper());
    protected final OpenWork work = new OpenWork(jdbc);
    protected final WorkQuery query = new WorkQuery(jdbc, clock, Calendars.only(CalendarData.china()));
    protected final TaskDrafts drafts = new TaskDrafts(jdbc, clock, json);
    protected final Staff staff = new Staff(organisation, new ResourceBundleMessageSource());
    protected final TaskAnswers answers = new TaskAnswers(forms, new FormValidator(new NoConditions(), clock, Calendars.only(CalendarData.china())), json);
    private final AuditTrail trail = (act, subject, id, change) -> audit.add(act + " " + subject + " " + id + " " + change);
    protected final TaskDesk desk = new TaskDesk(work, query, rows, engine, answers, drafts, staff, trail);

    private final AtomicLong numbers = new AtomicLong();

    @BeforeEach
    void empty() {
        jdbc.sql("truncate open_task, task_draft").update();
    }

    static Actor actor(String username, Set<String> roles, String... teams) {
        return new Actor(username, roles, Set.of(teams), "test");
    }

    static Actor handler(String username, String... teams) {
        return actor(username, Set.of(Role.TEAM_MEMBER.name()), teams);
    }

    static Actor agent(String username) {
        return actor(username, Set.of(Role.CALLBACK_AGENT.name()));
    }

    static Actor specialist(String username) {
        return actor(username, Set.of(Role.COMPLAINT_SPECIALIST.name()));
    }

    /** A task of the team, due in some hours from now, startable an hour before. */
    Draft task(String team) {
        return new Draft(team);
    }

    protected OpenTask row(String id) {
        return work.find(id).orElseThrow();
    }

    /** A row on its way into the table, with only what a test cares about said. */
    final class Draft {

        private final String team;
        private final Map<String, Object> set = new HashMap<>();

        Draft(String team) {
            this.team = team;
        }

        Draft with(String what, Object value) {
            set.put(what, value);
            return this;
        }

        Draft due(Duration fromNow) {
            return with("due", NOW.plus(fromNow));
        }

        String open() {
            long number = numbers.incrementAndGet();
            String id = (String) set.getOrDefault("id", "task-%06d".formatted(number));
            Instant due = (Instant) set.getOrDefault("due", NOW.plus(Duration.ofHours(5)));
            Instant start = (Instant) set.getOrDefault("start", due.minus(Duration.ofHours(1)));
            Instant critical = (Instant) set.getOrDefault("critical", due.plus(Duration.ofHours(12)));
            TaskSubject subject = new TaskSubject((TaskKind) set.getOrDefault("kind", TaskKind.CASE), number,
                    "RD-2026-%06d".formatted(number), (String) set.getOrDefault("severity", "S3"), "HOTLINE",
                    (String) set.get("caseTeam"), (String) set.getOrDefault("customer", "Li"), "Longgang", (String) set.getOrDefault("summary", "no gas"),
                    strings("flags"));
            rows.opened(List.of(new OpenedTask(id, "userTask_signForCase", new Bilingual("Sign for the case", "签收"), "dep/form", "def", "inst", team,
                    (String) set.get("assignee"), strings("excluded"), subject, due, start, critical,
                    (boolean) set.getOrDefault("waiting", false), 60)));
            return id;
        }

        @SuppressWarnings("unchecked")
        private Set<String> strings(String what) {
            return (Set<String>) set.getOrDefault(what, Set.of());
        }
    }

    static final class FakeEngine implements TaskEngine {

        final List<String> calls = java.util.Collections.synchronizedList(new ArrayList<>());
        final Map<String, Map<String, Object>> completed = new LinkedHashMap<>();

        @Override
        public void complete(OpenTask task, Map<String, Object> values) {
            calls.add("complete " + task.id() + " by " + task.assignee());
            completed.put(task.id(), values);
        }

        @Override
        public void assign(String taskId, @Nullable String username) {
            calls.add("assign " + taskId + " to " + username);
        }
    }

    static final class FakeForms implements TaskForms {

        String schema = """
                {"components": [{"type": "radio", "key": "decision", "label": "Decision", "validate": {"required": true},
                  "values": [{"value": "SIGN", "label": "Sign"}, {"value": "RETURN", "label": "Return"}]}]}""";

        @Override
        public String schema(OpenTask task, Locale locale) {
            return schema;
        }

        @Override
        public List<FieldProblem> contradictions(OpenTask task, Map<String, Object> submitted) {
            return List.of();
        }

        @Override
        public String documentation(OpenTask task, Locale locale) {
            return "Say whether the team takes it.";
        }

        @Override
        public Map<String, Object> data(OpenTask task, Locale locale) {
            return Map.of();
        }
    }

    static final class NoConditions implements Conditions {

        @Override
        public boolean isReadable(String expression) {
            return true;
        }

        @Override
        public boolean isTrue(String expression, Map<String, Object> values) {
            throw new AssertionError("no condition expected: " + expression);
        }

        @Override
        public @Nullable Object value(String expression, Map<String, Object> values) {
            throw new AssertionError("no expression expected: " + expression);
        }
    }
}
