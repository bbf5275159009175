package org.redress.survey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens the cases of dissatisfied answers that another system collected: after they were taken in, one transaction each, so that ten
 * thousand answers do not wait for their cases.
 */
@Service
@Transactional
class Uninvestigated {

    /** Older answers are history that is loaded, not work. */
    static final Duration RECENT = Duration.ofDays(30);

    private static final String NEXT = """
            select e.source_key, e.scale, e.rating, e.suggestion, e.appointment_kept, x.*
            from evaluation e join lateral (""" + AskedJob.SELECT + """
            where j.id = e.job_id) x on true
            where e.via = 'OUTSIDE' and e.case_number is null and e.job_id is not null and e.outcome in ('DISSATISFIED', 'COMPLAINT') and e.asked_at > ?
            order by e.asked_at, e.id limit 1 for update of e skip locked""";

    private final JdbcClient jdbc;
    private final Scales scales;
    private final Evaluations evaluations;
    private final Investigation investigation;
    private final Clock clock;

    Uninvestigated(JdbcClient jdbc, Scales scales, Evaluations evaluations, Investigation investigation, Clock clock) {
        this.jdbc = jdbc;
        this.scales = scales;
        this.evaluations = evaluations;
        this.investigation = investigation;
        this.clock = clock;
    }

    private record Found(String key, Investigation.Dissatisfied answer) {
    }

    /** @return whether there was one */
    boolean next() {
        Optional<Found> found = jdbc.sql(NEXT).param(clock.instant().minus(RECENT).atOffset(ZoneOffset.UTC)).query(this::found).optional();
        found.ifPresent(one -> evaluations.caseOpened(one.key(), investigation.open(one.answer())));
        return found.isPresent();
    }

    private Found found(ResultSet row, int number) throws SQLException {
        AskedJob job = AskedJob.of(row, number);
        Scale scale = scales.find(row.getString("scale")).orElseThrow(() -> new IllegalStateException("an answer names a scale that is gone"));
        String rating = row.getString("rating");
        return new Found(row.getString("source_key"), new Investigation.Dissatisfied(Via.OUTSIDE, job.customerId(), job.externalId(), job.business(),
                job.doneAt(), job.team(), job.employee(), scale.name(), rating == null ? null : scale.grade(rating).map(Scale.Grade::name).orElse(null),
                row.getObject("appointment_kept", Boolean.class), row.getString("suggestion")));
    }
}
