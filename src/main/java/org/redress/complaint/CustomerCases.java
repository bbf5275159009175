package org.redress.complaint;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.redress.complaint.CustomerCase.Forecast;
import org.redress.complaint.CustomerCase.Promise;
import org.redress.complaint.CustomerCase.Said;
import org.redress.complaint.CustomerSteps.Happened;
import org.redress.deadline.ClockState;
import org.redress.shared.Bilingual;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads a case for its own customer. */
@Service
@Transactional(readOnly = true)
public class CustomerCases {

    /** A forecast from fewer cases would be a guess. */
    private static final int FEWEST = 20;
    private static final int LAST_CASES = 200;
    /** Eight of ten. */
    private static final int MOST_OF_TEN = 8;

    private final JdbcClient jdbc;
    private final CaseActs acts;

    CustomerCases(JdbcClient jdbc, CaseActs acts) {
        this.jdbc = jdbc;
        this.acts = acts;
    }

    /** What the customer was promised, empty where nothing is (any more). */
    public Optional<Instant> promisedBy(long id) {
        return promise(id).map(Promise::dueAt);
    }

    /**
     * What was done for the customer.
     *
     * @param remedies names of {@link Remedy}
     * @param amount   in the company's currency, null where no money was given
     */
    public record Answer(List<String> remedies, @Nullable BigDecimal amount) {
    }

    /** What the team wrote into the resolution; who calls has seen that the customer may know it. */
    public Answer answer(long id) {
        return jdbc.sql("select remedies, amount from complaint where id = :id").param("id", id)
                .query((row, index) -> new Answer(Db.texts(row, "remedies"), row.getBigDecimal("amount"))).single();
    }

    private record Line(EventKind kind, Instant at, @Nullable String text) {
    }

    /** @throws org.redress.shared.Problem 404 for an unknown id */
    public CustomerCase read(long id) {
        List<Line> lines = lines(id);
        Optional<Promise> promise = promise(id);
        return jdbc.sql("""
                select c.*, g.class, g.name_en, g.name_zh from complaint c left join category g on g.code = c.category where c.id = :id""")
                .param("id", id).query((row, index) -> read(row, lines, promise.orElse(null))).single();
    }

    private CustomerCase read(ResultSet row, List<Line> lines, @Nullable Promise promised) throws SQLException {
        long id = row.getLong("id");
        CaseState state = CaseState.valueOf(row.getString("state"));
        Instant received = Db.moment(row, "received_at");
        Instant closed = Db.optionalMoment(row, "closed_at");
        boolean outcome = state == CaseState.RECALL_DUE || state == CaseState.CLOSED;
        boolean open = !state.isEnded() && !outcome;
        CustomerSteps steps = new CustomerSteps(state, received, Db.moment(row, "captured_at"), Db.optionalMoment(row, "resolved_at"),
                closed, lines.stream().map(line -> new Happened(line.kind(), line.at())).toList());
        Forecast forecast = open && row.getInt("reopen_count") == 0 && row.getString("class") != null
                ? forecast(id, row.getString("severity"), row.getString("class"), received).orElse(null) : null;
        String english = row.getString("name_en");
        return new CustomerCase(id, row.getString("number"), state, received,
                english == null ? null : new Bilingual(english, row.getString("name_zh")), steps.steps(), open ? promised : null, forecast,
                outcome ? Db.texts(row, "remedies") : List.of(), outcome ? row.getBigDecimal("amount") : null,
                said(row, lines), grade(lines), reopenUntil(state, closed), deadlock(state, closed, lines));
    }

    private List<Line> lines(long id) {
        return jdbc.sql("""
                select kind, at, coalesce(data ->> 'text', data ->> 'name', data ->> 'rating') as text from case_event
                where complaint_id = :id and kind in ('ASSIGNED', 'SIGNED', 'REOPENED', 'CUSTOMER_WROTE', 'CUSTOMER_FILE', 'CUSTOMER_RATED',
                    'OUTSIDE_BODY_TOLD')
                order by id""")
                .param("id", id)
                .query((row, index) -> new Line(EventKind.valueOf(row.getString("kind")), Db.moment(row, "at"), row.getString("text")))
                .list();
    }

    /** From the fold of the ledger, as every due moment. */
    private Optional<Promise> promise(long id) {
        return acts.get(id).record().clocks().readingsAt(acts.now()).stream()
                .filter(reading -> reading.kind() == org.redress.deadline.ClockKind.PROMISE && !reading.state().stopped()).findFirst()
                .map(reading -> new Promise(reading.state(), reading.dueAt(),
                        reading.breachedAt() != null && reading.state() != ClockState.PAUSED));
    }

    private Optional<Forecast> forecast(long id, String severity, String categoryClass, Instant received) {
        return jdbc.sql("""
                select count(*) as cases, extract(epoch from percentile_disc(:share) within group (order by took)) as seconds from (
                    select c.resolved_at - c.received_at as took from complaint c join category g on g.code = c.category
                    where c.state = 'CLOSED' and c.severity = :severity and g.class = :class and c.resolved_at is not null and c.id <> :id
                    order by c.closed_at desc limit :last) closed""")
                .param("share", MOST_OF_TEN / 10.0).param("severity", severity).param("class", categoryClass).param("id", id)
                .param("last", LAST_CASES)
                .query((row, index) -> row.getInt("cases") < FEWEST ? Optional.<Forecast>empty()
                        : Optional.of(new Forecast(received.plus(Duration.ofSeconds(row.getLong("seconds"))), MOST_OF_TEN, row.getInt("cases"))))
                .single();
    }

    /** What was written into a public form stands first; what staff wrote down is theirs. */
    private static List<Said> said(ResultSet row, List<Line> lines) throws SQLException {
        List<Said> said = new ArrayList<>();
        String words = row.getString("words");
        if (org.redress.shared.Actor.CUSTOMER.equals(row.getString("captured_by")) && words != null) {
            said.add(new Said(Db.moment(row, "captured_at"), words, false));
        }
        for (Line line : lines) {
            if (line.text() != null && (line.kind() == EventKind.CUSTOMER_WROTE || line.kind() == EventKind.CUSTOMER_FILE)) {
                said.add(new Said(line.at(), line.text(), line.kind() == EventKind.CUSTOMER_FILE));
            }
        }
        return said;
    }

    private static @Nullable String grade(List<Line> lines) {
        String grade = null;
        for (Line line : lines) {
            if (line.kind() == EventKind.REOPENED) {
                grade = null;
            } else if (line.kind() == EventKind.CUSTOMER_RATED && line.text() != null) {
                grade = line.text().substring(line.text().indexOf('.') + 1);
            }
        }
        return grade;
    }

    private @Nullable Instant reopenUntil(CaseState state, @Nullable Instant closed) {
        if (closed == null || state != CaseState.CLOSED && state != CaseState.SETTLED_ON_CALL) {
            return null;
        }
        Instant until = closed.plus(Complaint.REOPEN_WINDOW);
        return acts.now().isAfter(until) ? null : until;
    }

    /** When the customer was told that there is no more to be hoped for; what was not taken up ends with the company's last word. */
    private static @Nullable Instant deadlock(CaseState state, @Nullable Instant closed, List<Line> lines) {
        return lines.stream().filter(line -> line.kind() == EventKind.OUTSIDE_BODY_TOLD).map(Line::at).findFirst()
                .orElse(state == CaseState.REJECTED ? closed : null);
    }
}
