package org.redress.briefing;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.redress.organisation.Organisation;
import org.redress.organisation.Person;
import org.redress.shared.AuditTrail;
import org.redress.shared.Business;
import org.redress.shared.CurrentActor;
import org.redress.shared.FieldProblem;
import org.redress.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Measures in their table. */
@Service
@Transactional
class MeasureService implements Measures {

    private static final int LONGEST = 2000;
    private static final String SUBJECT = "MEASURE";

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final CurrentActor actor;
    private final AuditTrail audit;
    private final Clock clock;

    MeasureService(JdbcClient jdbc, Organisation organisation, CurrentActor actor, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.actor = actor;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public long decide(NewMeasure measure) {
        check(measure);
        Baseline baseline = measure.baseline();
        long id = jdbc.sql("""
                insert into measure (source, source_id, team, business, text, owner, decided_by, decided_at, due_on, figure,
                    baseline_numerator, baseline_denominator, baseline_from, baseline_to)
                values (:source, :sourceId, :team, :business, :text, :owner, :by, :at, :due, :figure, :numerator, :denominator, :from, :to)
                returning id""")
                .param("source", measure.source().name()).param("sourceId", measure.sourceId()).param("team", measure.team())
                .param("business", measure.business() == null ? null : measure.business().name()).param("text", measure.text().strip())
                .param("owner", measure.owner()).param("by", actor.get().username()).param("at", Timestamp.from(clock.instant()))
                .param("due", measure.dueOn()).param("figure", baseline == null ? null : baseline.figure())
                .param("numerator", baseline == null ? null : baseline.numerator())
                .param("denominator", baseline == null ? null : baseline.denominator())
                .param("from", baseline == null ? null : baseline.from()).param("to", baseline == null ? null : baseline.to())
                .query(Long.class).single();
        audit.record("DECIDE", SUBJECT, String.valueOf(id), Map.of("source", measure.source() + "/" + measure.sourceId(), "text", measure.text()));
        return id;
    }

    private void check(NewMeasure measure) {
        List<FieldProblem> wrong = new ArrayList<>();
        if (isBlankOrTooLong(measure.text())) {
            wrong.add(FieldProblem.of("text", "briefing.problem.text", LONGEST));
        }
        if (measure.team() != null && organisation.team(measure.team()).isEmpty()) {
            wrong.add(FieldProblem.of("team", "briefing.problem.team", measure.team()));
        }
        if (measure.owner() != null && organisation.person(measure.owner()).filter(Person::active).isEmpty()) {
            wrong.add(FieldProblem.of("owner", "briefing.problem.owner", measure.owner()));
        }
        if (measure.dueOn() != null && measure.dueOn().isBefore(LocalDate.ofInstant(clock.instant(), clock.getZone()))) {
            wrong.add(FieldProblem.of("dueOn", "briefing.problem.dueOn"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<Measure> of(MeasureSource source, long sourceId) {
        return jdbc.sql("select * from measure where source = ? and source_id = ? order by id").params(source.name(), sourceId)
                .query(MeasureService::read).list();
    }

    /**
     * What a briefing looks back at: measures of the briefing before it, those ended in its days, and those still open that were decided before its
     * end.
     */
    @Transactional(readOnly = true)
    List<Measure> before(Scope scope, Instant from, Instant to) {
        String business = scope.business() == null ? null : scope.business().name();
        return jdbc.sql("""
                select m.* from measure m left join briefing b on m.source = 'BRIEFING' and b.id = m.source_id
                where (b.kind = :kind and b.from_day = :previous and b.business is not distinct from cast(:business as varchar)
                       or m.decided_at < :to and m.state = 'OPEN' or m.ended_at >= :from and m.ended_at < :to)
                  and (cast(:business as varchar) is null or m.business is null or m.business = :business)
                order by m.decided_at, m.id""")
                .param("kind", scope.period().kind().name()).param("previous", scope.period().previous().from()).param("business", business)
                .param("from", Timestamp.from(from)).param("to", Timestamp.from(to)).query(MeasureService::read).list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Measure> find(long id) {
        return jdbc.sql("select * from measure where id = ?").param(id).query(MeasureService::read).optional();
    }

    @Override
    public void done(long id, String result) {
        end(id, MeasureState.DONE, result);
    }

    @Override
    public void drop(long id, String reason) {
        end(id, MeasureState.DROPPED, reason);
    }

    private void end(long id, MeasureState state, String result) {
        if (isBlankOrTooLong(result)) {
            throw Problem.invalid("result", "briefing.problem.result", LONGEST);
        }
        int ended = jdbc.sql("""
                update measure set state = :state, result = :result, ended_by = :by, ended_at = :at, version = version + 1
                where id = :id and state = 'OPEN'""")
                .param("state", state.name()).param("result", result.strip()).param("by", actor.get().username())
                .param("at", Timestamp.from(clock.instant())).param("id", id).update();
        if (ended == 0) {
            throw find(id).isEmpty() ? Problem.notFound("briefing.problem.noMeasure") : Problem.conflict("briefing.problem.measureEnded");
        }
        audit.record(state == MeasureState.DONE ? "DONE" : "DROP", SUBJECT, String.valueOf(id), Map.of("result", result));
    }

    private static boolean isBlankOrTooLong(String text) {
        return text.isBlank() || text.length() > LONGEST;
    }

    private static Measure read(ResultSet row, int number) throws SQLException {
        String business = row.getString("business");
        String figure = row.getString("figure");
        Timestamp ended = row.getTimestamp("ended_at");
        return new Measure(row.getLong("id"), MeasureSource.valueOf(row.getString("source")), row.getLong("source_id"), row.getString("team"),
                business == null ? null : Business.valueOf(business), row.getString("text"), row.getString("owner"),
                row.getString("decided_by"), row.getTimestamp("decided_at").toInstant(), day(row.getDate("due_on")),
                MeasureState.valueOf(row.getString("state")), row.getString("result"), row.getString("ended_by"),
                ended == null ? null : ended.toInstant(), figure == null ? null : baseline(figure, row));
    }

    private static Baseline baseline(String figure, ResultSet row) throws SQLException {
        return new Baseline(figure, row.getLong("baseline_numerator"), row.getLong("baseline_denominator"),
                row.getObject("baseline_from", LocalDate.class), row.getObject("baseline_to", LocalDate.class));
    }

    private static @Nullable LocalDate day(@Nullable Date date) {
        return date == null ? null : date.toLocalDate();
    }
}
