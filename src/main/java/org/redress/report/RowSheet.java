package org.redress.report;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.redress.organisation.Organisation;
import org.redress.organisation.Person;
import org.redress.shared.Actor;
import org.redress.shared.Bilingual;
import org.redress.shared.CurrentActor;
import org.redress.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One service job with what was asked about it: where a row of a report leads. */
@Service
@Transactional(readOnly = true)
public class RowSheet {

    private static final String[] ALL = {"DEPARTMENT_MANAGER", "SERVICE_DIRECTOR"};

    private final JdbcClient jdbc;
    private final CurrentActor current;
    private final Organisation organisation;

    RowSheet(JdbcClient jdbc, CurrentActor current, Organisation organisation) {
        this.jdbc = jdbc;
        this.current = current;
        this.organisation = organisation;
    }

    /** @param state of its call in the daily programme, null where it was not drawn */
    public record Job(long id, String number, String business, Instant doneAt, @Nullable String team, @Nullable String employee, String customer,
            @Nullable String region, String segment, boolean sampled, int rate, @Nullable String state, int attempts, @Nullable String caseNumber) {
    }

    /** @param rating null where it was not rated @param grade its name, null where it was not rated or the scale is not ours */
    public record Asking(long id, String via, Instant askedAt, boolean reached, @Nullable String rating, @Nullable Bilingual grade,
            @Nullable Boolean appointmentKept, @Nullable String suggestion, @Nullable String caseNumber) {
    }

    /** @param askings oldest first */
    public record Sheet(Job job, List<Asking> askings) {
    }

    /** @throws Problem 404 where there is none, 403 for a job of a team that the reader does not lead */
    public Sheet ofJob(long id) {
        Job job = jdbc.sql("""
                select j.id, j.external_id, j.business, j.done_at, j.team, j.employee, j.customer_name, j.region, j.segment, j.sampled, j.rate, c.state,
                    coalesce(c.attempts, 0) as attempts, c.case_number
                from service_job j left join follow_up_call c on c.job_id = j.id and c.campaign_id is null where j.id = :id""").param("id", id)
                .query((row, index) -> new Job(row.getLong("id"), row.getString("external_id"), row.getString("business"),
                        row.getObject("done_at", OffsetDateTime.class).toInstant(), row.getString("team"), row.getString("employee"),
                        row.getString("customer_name"), row.getString("region"), row.getString("segment"), row.getBoolean("sampled"), row.getInt("rate"),
                        row.getString("state"), row.getInt("attempts"), row.getString("case_number")))
                .optional().orElseThrow(() -> Problem.notFound("report.problem.row"));
        check(job.team());
        return new Sheet(job, askings(id));
    }

    private List<Asking> askings(long job) {
        return jdbc.sql("select e.*, g.name_en, g.name_zh from evaluation e left join scale_grade g on g.scale = e.scale and g.code = e.rating"
                + " where e.job_id = :job order by e.asked_at, e.id").param("job", job)
                .query((row, index) -> new Asking(row.getLong("id"), row.getString("via"), row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("reached"), row.getString("rating"),
                        row.getString("name_en") == null ? null : new Bilingual(row.getString("name_en"), row.getString("name_zh")),
                        row.getObject("appointment_kept", Boolean.class), row.getString("suggestion"), row.getString("case_number")))
                .list();
    }

    private void check(@Nullable String team) {
        Actor actor = current.get();
        if (actor.isSystem() || actor.hasAny(ALL)) {
            return;
        }
        Set<String> leads = organisation.person(actor.username()).map(Person::leads).orElse(Set.of());
        if (team == null || !leads.contains(team)) {
            throw Problem.forbidden("report.problem.notYourTeam");
        }
    }
}
