package org.redress.insight;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.redress.complaint.CaseReader;
import org.redress.insight.GamingMark.Proof;
import org.redress.insight.MarkRules.Event;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks over what was done to clocks since it looked last, and keeps what looks like gaming with its proof. */
@Service
public class GamingMarks {

    private static final String LEDGER = "gaming_ledger";
    private static final String STORY = "gaming_story";
    private static final int AT_ONCE = 2_000;
    private static final TypeReference<List<Proof>> PROOF = new TypeReference<>() {
    };

    private final JdbcClient jdbc;
    private final BoardMarks marks;
    private final CaseReader cases;
    private final MonthEnd monthEnd;
    private final Hours hours;
    private final ObjectMapper json;
    private final TransactionTemplate transaction;

    GamingMarks(JdbcClient jdbc, BoardMarks marks, CaseReader cases, MonthEnd monthEnd, Hours hours, ObjectMapper json,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.marks = marks;
        this.cases = cases;
        this.monthEnd = monthEnd;
        this.hours = hours;
        this.json = json;
        this.transaction = transaction;
    }

    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT1M")
    public void run() {
        look(LEDGER, "clock_entry", "e.what in ('PAUSED', 'SEVERITY_CHANGED')", this::clocks);
        look(STORY, "case_event", "e.kind = 'SIGNED' and exists (select from complaint c where c.id = e.complaint_id and c.reopen_count > 0)", this::story);
    }

    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT1H")
    public void monthEnds() {
        YearMonth now = YearMonth.from(hours.today());
        transaction.executeWithoutResult(status -> List.of(now.minusMonths(1), now)
                .forEach(month -> monthEnd.find(month).forEach(found -> keep(found.complaintId(), found.mark()))));
    }

    /** Oldest first. Whether the reader may see the case is not asked here. */
    public List<GamingMark> of(long id) {
        return jdbc.sql("select kind, at, actor, team, proof::text as proof from gaming_mark where complaint_id = :id order by at, id")
                .param("id", id)
                .query((row, index) -> new GamingMark(GamingKind.valueOf(row.getString("kind")), BoardRows.moment(row, "at"),
                        row.getString("actor"), row.getString("team"), read(row.getString("proof"))))
                .list();
    }

    /** What one case shows. */
    private interface Rule {

        List<GamingMark> of(long id, String number);
    }

    private record Case(long id, String number) {
    }

    private record Span(@Nullable Long last, int rows) {
    }

    private void look(String name, String table, String telling, Rule rule) {
        boolean more = true;
        long after = 0;
        while (more) {
            long from = after;
            Long next = transaction.execute(status -> step(name, table, telling, rule, from));
            more = next != null;
            after = next == null ? 0 : next;
        }
    }

    /** @return the id to go on after, null when everything is read */
    private @Nullable Long step(String name, String table, String telling, Rule rule, long from) {
        long start = Math.max(from, marks.from(name));
        Span span = jdbc.sql("select max(id) as last, count(*) as rows from (select id from " + table + " where id > :start order by id limit :limit) e")
                .param("start", start).param("limit", AT_ONCE)
                .query((row, index) -> new Span(row.getObject("last", Long.class), row.getInt("rows"))).single();
        long last = span.last() == null ? start : span.last();
        jdbc.sql("select distinct c.id, c.number from " + table + " e join complaint c on c.id = e.complaint_id where e.id > :start and e.id <= :last and "
                + telling).param("start", start).param("last", last).query(Case.class).list()
                .forEach(found -> rule.of(found.id(), found.number()).forEach(mark -> keep(found.id(), mark)));
        if (span.rows() == AT_ONCE) {
            return last;
        }
        marks.read(name, last);
        return null;
    }

    private List<GamingMark> clocks(long id, String number) {
        List<GamingMark> found = new ArrayList<>();
        cases.clocks(number).forEach(clock -> found.addAll(MarkRules.ofClock(clock)));
        return found.stream().map(mark -> byWhom(id, mark)).toList();
    }

    /** The ledger knows who wrote its lines; a reading does not. */
    private GamingMark byWhom(long id, GamingMark mark) {
        Proof line = mark.proof().get(0);
        String actor = jdbc.sql("select actor from clock_entry where complaint_id = :id and kind = :clock and at = :at and what = :what order by id limit 1")
                .param("id", id).param("clock", String.valueOf(line.clock())).param("at", BoardMarks.at(mark.at())).param("what", line.what())
                .query(String.class).optional().orElse(null);
        return new GamingMark(mark.kind(), mark.at(), actor, mark.team(), mark.proof());
    }

    private List<GamingMark> story(long id, String number) {
        return MarkRules.ofStory(jdbc.sql("""
                select kind, at, actor from case_event where complaint_id = :id and kind in ('RESOLVED', 'CLOSED', 'REOPENED', 'SIGNED') order by id""")
                .param("id", id).query((row, index) -> new Event(row.getString("kind"), BoardRows.moment(row, "at"), row.getString("actor"))).list());
    }

    /** Two clocks of a case that were paused by one act are one mark. */
    private void keep(long id, GamingMark mark) {
        jdbc.sql("""
                insert into gaming_mark (complaint_id, kind, at, actor, team, proof, found_at)
                select c.id, :kind, :at, :actor, coalesce(:team, c.team), cast(:proof as jsonb), :now from complaint c where c.id = :id
                on conflict do nothing""")
                .param("id", id).param("kind", mark.kind().name()).param("at", BoardMarks.at(mark.at())).param("actor", mark.actor())
                .param("team", mark.team()).param("proof", write(mark.proof())).param("now", BoardMarks.at(hours.now())).update();
    }

    private String write(List<Proof> proof) {
        try {
            return json.writeValueAsString(proof);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Plain lines are always JSON", e);
        }
    }

    private List<Proof> read(String text) {
        try {
            return json.readValue(text, PROOF);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("The database does not give broken JSON", e);
        }
    }
}
