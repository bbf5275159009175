package org.redress.complaint;

import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.redress.customer.Segment;
import org.redress.deadline.Budget;
import org.redress.deadline.BudgetUnit;
import org.redress.deadline.CalendarInForce;
import org.redress.deadline.Calendars;
import org.redress.deadline.ClockKind;
import org.redress.deadline.ClockLedger;
import org.redress.deadline.ClockPolicies;
import org.redress.deadline.LadderPolicy;
import org.redress.deadline.LedgerEntry;
import org.redress.deadline.LedgerEvent;
import org.redress.deadline.Severity;
import org.redress.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases by id or number, each read once a transaction together with the ledgers of its clocks. */
@Component
class ComplaintRepository {

    static final List<String> COUNTS = List.of("hand_over_count", "return_count", "reopen_count", "rework_count", "recall_attempts", "dissatisfied_count");

    private static final String SELECT = """
            select c.id, c.number, c.version, c.state, c.severity, c.channel, c.received_at, c.captured_at, c.captured_by,
                c.outside_due_at, c.complainant, c.segment, c.place, c.area, c.summary, c.safety, c.media, c.repeat_of, c.owner, c.team, c.handler,
                c.handlers, c.teams, c.hand_over_count, c.return_count, c.reopen_count, c.rework_count, c.recall_attempts, c.dissatisfied_count,
                c.first_contact_at, c.closed_at, c.severity_by is not null as severity_by_person,
                (select k.class from category k where k.code = c.category) as category_class,
                (select max(e.at) from case_event e where e.complaint_id = c.id and e.kind = 'RECALL_NOT_REACHED') as tried_at,
                (select jsonb_agg(e order by e.id) from clock_entry e where e.complaint_id = c.id) as ledger
            from complaint c where\s""";

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final CaseWriter writer;
    private final ClockPolicies policies;
    private final LadderPolicy ladder;
    private final Calendars calendars;

    ComplaintRepository(JdbcClient jdbc, ObjectMapper json, CaseWriter writer, ClockPolicies policies, LadderPolicy ladder,
            Calendars calendars) {
        this.jdbc = jdbc;
        this.json = json;
        this.writer = writer;
        this.policies = policies;
        this.ladder = ladder;
        this.calendars = calendars;
    }

    /** Within a transaction. @throws Problem 404 */
    Complaint get(long id) {
        CaseUnit unit = CaseUnit.current(writer);
        return unit.find(id).orElseGet(() -> {
            Complaint complaint = jdbc.sql(SELECT + "c.id = :id").param("id", id).query(this::complaint).optional()
                    .orElseThrow(() -> Problem.notFound("complaint.problem.unknown", id));
            unit.keep(complaint);
            return complaint;
        });
    }

    /** Within a transaction. @throws Problem 404 */
    Complaint get(String number) {
        Complaint complaint = jdbc.sql(SELECT + "c.number = :number").param("number", number).query(this::complaint).optional()
                .orElseThrow(() -> Problem.notFound("complaint.problem.unknown", number));
        CaseUnit unit = CaseUnit.current(writer);
        return unit.find(complaint.record().facts().id()).orElseGet(() -> {
            unit.keep(complaint);
            return complaint;
        });
    }

    /** Cases that have not ended, by id; not for writing. */
    List<Complaint> open(long after, int limit) {
        String[] open = Arrays.stream(CaseState.values()).filter(state -> !state.isEnded()).map(Enum::name).toArray(String[]::new);
        return jdbc.sql(SELECT + "c.id > :after and c.state = any(:open) order by c.id limit :limit").param("after", after).param("open", open)
                .param("limit", limit).query(this::complaint).list();
    }

    /** Takes a case that was inserted a moment ago into the running transaction. */
    Complaint captured(CaseFacts facts, Severity severity, String actor) {
        CaseRecord record = new CaseRecord(facts, clocks(facts, List.of()), 0, CaseState.CAPTURED, severity, Map.of());
        record.by(actor, facts.capturedAt());
        Complaint complaint = new Complaint(record);
        CaseUnit.current(writer).keep(complaint);
        return complaint;
    }

    void changed(Complaint complaint) {
        CaseUnit.current(writer).changed(complaint);
    }

    private CaseClocks clocks(CaseFacts facts, List<ClockLedger> ledgers) {
        return new CaseClocks(policies.current(), ladder, calendars, facts.area(), facts.categoryClass(), ledgers);
    }

    private Complaint complaint(ResultSet row, int index) throws SQLException {
        CaseFacts facts = new CaseFacts(row.getLong("id"), row.getString("number"), Channel.valueOf(row.getString("channel")),
                Db.moment(row, "received_at"), Db.moment(row, "captured_at"), row.getString("captured_by"),
                Db.optionalMoment(row, "outside_due_at"), row.getString("complainant"), Segment.valueOf(row.getString("segment")),
                row.getString("place"), row.getString("area"), row.getString("category_class"), row.getString("summary"), row.getBoolean("safety"), row.getBoolean("media"),
                Db.optionalLong(row, "repeat_of") != null);
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String column : COUNTS) {
            counts.put(column, row.getInt(column));
        }
        CaseRecord record = new CaseRecord(facts, clocks(facts, ledgers(row.getString("ledger"))), row.getInt("version"),
                CaseState.valueOf(row.getString("state")), Severity.valueOf(row.getString("severity")), counts);
        return new Complaint(record.standing(row.getString("owner"), row.getString("team"), row.getString("handler"),
                Db.texts(row, "handlers"), Db.texts(row, "teams"), Db.optionalMoment(row, "first_contact_at"),
                Db.optionalMoment(row, "closed_at")).earlier(Db.optionalMoment(row, "tried_at"), row.getBoolean("severity_by_person")));
    }

    /** @param lines of one case as JSON, in their order */
    List<ClockLedger> ledgers(@Nullable String lines) {
        if (lines == null) {
            return List.of();
        }
        Map<ClockKind, List<LedgerEntry>> entries = new EnumMap<>(ClockKind.class);
        try {
            for (JsonNode line : json.readTree(lines)) {
                ClockKind kind = ClockKind.valueOf(line.get("kind").asText());
                List<LedgerEntry> ledger = entries.computeIfAbsent(kind, unused -> new ArrayList<>());
                ledger.add(entry(kind, ledger.size() + 1, line));
            }
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("The database does not give broken JSON", e);
        }
        return entries.values().stream().map(ClockLedger::of).toList();
    }

    private static LedgerEntry entry(ClockKind kind, int sequence, JsonNode line) {
        String severity = text(line, "severity");
        String unit = text(line, "unit");
        String limit = text(line, "limit_at");
        JsonNode version = line.path("calendar");
        return new LedgerEntry(kind, sequence, moment(line.get("at").asText()), LedgerEvent.valueOf(line.get("what").asText()),
                severity == null ? null : Severity.valueOf(severity),
                unit == null ? null : new Budget(line.get("amount").asInt(), BudgetUnit.valueOf(unit)),
                limit == null ? null : moment(limit), text(line, "note"),
                version.isInt() ? new CalendarInForce(version.asInt(), text(line, "calendar_area"), text(line, "calendar_kind")) : null);
    }

    private static java.time.Instant moment(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static @Nullable String text(JsonNode line, String field) {
        JsonNode value = line.get(field);
        return value == null || value.isNull() ? null : value.asText();
    }
}
