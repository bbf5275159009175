package org.redress.survey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Actor;
import org.redress.shared.AuditTrail;
import org.redress.shared.Business;
import org.redress.shared.CurrentActor;
import org.redress.shared.LinkToken;
import org.redress.shared.Problem;
import org.redress.shared.TryAgain;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A question to a customer that a link leads to: read, answered, and for a day changed. Who holds the link is the customer. */
@Service
@TryAgain
@Transactional
public class AskLinks {

    /** So long an answer can be changed; the last one counts. */
    static final Duration CHANGEABLE = Duration.ofHours(24);

    private static final int LONGEST = 2000;
    private static final String SELECT = """
            select l.id as link, l.via, l.scale, l.expires_at, l.answered_at, e.rating, e.appointment_kept, e.suggestion, e.case_number, x.*
            from ask_link l join evaluation e on e.source_key = 'LINK:' || l.id join lateral (""" + AskedJob.SELECT + """
            where j.id = l.job_id) x on true where l.hash = ?""";

    private final JdbcClient jdbc;
    private final Scales scales;
    private final Evaluations evaluations;
    private final Judgement judgement;
    private final Investigation investigation;
    private final AuditTrail audit;
    private final CurrentActor actor;
    private final Clock clock;

    AskLinks(JdbcClient jdbc, Scales scales, Evaluations evaluations, Judgement judgement, Investigation investigation, AuditTrail audit,
            CurrentActor actor, Clock clock) {
        this.jdbc = jdbc;
        this.scales = scales;
        this.evaluations = evaluations;
        this.judgement = judgement;
        this.investigation = investigation;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * What somebody with the link sees; nothing that tells who the customer is or who did the work.
     *
     * @param open     whether an answer is taken now
     * @param until    up to when, while it is open
     * @param answered whether there is one already
     * @param asksKept whether there was an appointment to keep
     */
    public record Question(long id, Business business, Instant doneAt, boolean asksKept, Scale scale, boolean open, Instant until, boolean answered,
            Given given) {
    }

    /** What a customer answers. @param rating code of a grade */
    public record Given(@Nullable String rating, @Nullable Boolean appointmentKept, @Nullable String words) {
    }

    private record Row(long link, Via via, String scale, Instant expiresAt, @Nullable Instant answeredAt, Given given, @Nullable String caseNumber,
            AskedJob job) {

        Instant until() {
            Instant changeable = answeredAt == null ? expiresAt : answeredAt.plus(CHANGEABLE);
            return changeable.isBefore(expiresAt) ? changeable : expiresAt;
        }

        boolean openAt(Instant now) {
            return now.isBefore(until());
        }
    }

    /** Empty for anything that is no link of ours. */
    @Transactional(readOnly = true)
    public Optional<Question> find(String token) {
        return row(token, "").map(row -> new Question(row.link(), row.job().business(), row.job().doneAt(), row.job().appointment(), scale(row),
                row.openAt(clock.instant()), row.until(), row.answeredAt() != null, row.given()));
    }

    /**
     * Takes the answer; a dissatisfied one opens a case, once.
     *
     * @throws Problem 404 for no such link, 409 when its time is over, 422 for a grade that is none of its scale
     */
    public void answer(String token, Given given) {
        Row row = row(token, " for update of l").orElseThrow(() -> Problem.notFound("survey.problem.unknownAsking"));
        Instant now = clock.instant();
        if (!row.openAt(now)) {
            throw Problem.conflict("survey.problem.askingOver");
        }
        if (given.rating() == null || given.rating().isBlank()) {
            throw Problem.invalid("rating", "survey.problem.chooseGrade");
        }
        String words = given.words() == null || given.words().isBlank() ? null : given.words().strip();
        if (words != null && words.length() > LONGEST) {
            throw Problem.invalid("words", "survey.problem.long", LONGEST);
        }
        Meaning meaning = scales.meaning(row.scale(), given.rating());
        String outcome = judgement.outcome(false, meaning);
        actor.callAs(Actor.customer(actor.get().origin()), () -> {
            take(row, new Given(given.rating(), given.appointmentKept(), words), outcome, now);
            return row;
        });
    }

    private void take(Row row, Given given, String outcome, Instant now) {
        String key = AskingRounds.key(row.link());
        evaluations.answered(key, new Evaluation.Answer(now, null, null, row.scale(), given.rating(), given.appointmentKept(), given.words(), Map.of()),
                outcome);
        jdbc.sql("update ask_link set answered_at = coalesce(answered_at, ?) where id = ?").params(now.atOffset(ZoneOffset.UTC), row.link()).update();
        Map<String, Object> change = new LinkedHashMap<>(Map.of("via", row.via().name(), "scale", row.scale(), "rating", String.valueOf(given.rating())));
        if (row.given().rating() != null) {
            change.put("before", row.given().rating());
        }
        audit.record("CUSTOMER_ANSWERED", "EVALUATION", key, change);
        if (row.caseNumber() == null && Judgement.needsCase(outcome)) {
            AskedJob job = row.job();
            Scale scale = scale(row);
            evaluations.caseOpened(key, investigation.open(new Investigation.Dissatisfied(row.via(), job.customerId(), job.externalId(), job.business(),
                    job.doneAt(), job.team(), job.employee(), scale.name(), scale.grade(String.valueOf(given.rating())).map(Scale.Grade::name).orElse(null),
                    given.appointmentKept(), given.words())));
        }
    }

    private Scale scale(Row row) {
        return scales.find(row.scale()).orElseThrow(() -> new IllegalStateException("scale " + row.scale() + " is gone"));
    }

    private Optional<Row> row(String token, String lock) {
        return LinkToken.parse(token).flatMap(link -> jdbc.sql(SELECT + lock).param(link.hash()).query(AskLinks::row).optional());
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        OffsetDateTime answered = row.getObject("answered_at", OffsetDateTime.class);
        return new Row(row.getLong("link"), Via.valueOf(row.getString("via")), row.getString("scale"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(), answered == null ? null : answered.toInstant(),
                new Given(row.getString("rating"), row.getObject("appointment_kept", Boolean.class), row.getString("suggestion")),
                row.getString("case_number"), AskedJob.of(row, number));
    }
}
