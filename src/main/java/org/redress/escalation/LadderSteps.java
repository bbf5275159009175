package org.redress.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of steps that were taken; its key makes each happen once. */
@Component
class LadderSteps {

    private static final String COLUMNS = "select id, complaint_id, clock, round, level, cause, share, action, due_at, fired_at, recipients, note_en, "
            + "note_zh, acknowledged_by, acknowledged_at from ladder_step ";

    private final JdbcClient jdbc;

    LadderSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A step about to be taken. */
    record Fresh(long caseId, String clock, int round, int level, String cause, @Nullable Integer share, LadderAction action,
            LadderAudience audience, Instant dueAt, Instant firedAt, Recipients.Found who) {
    }

    /** @return its id; empty when it was taken before */
    Optional<Long> insert(Fresh step) {
        return jdbc.sql("""
                insert into ladder_step (complaint_id, clock, round, level, cause, share, action, audience, due_at, fired_at, recipients,
                    note_en, note_zh)
                values (:caseId, :clock, :round, :level, :cause, :share, :action, :audience, :dueAt, :firedAt, :recipients, :noteEn, :noteZh)
                on conflict (complaint_id, clock, round, level, cause) do nothing returning id""")
                .param("caseId", step.caseId()).param("clock", step.clock()).param("round", step.round()).param("level", step.level())
                .param("cause", step.cause()).param("share", step.share()).param("action", step.action().name())
                .param("audience", step.audience().name()).param("dueAt", at(step.dueAt())).param("firedAt", at(step.firedAt()))
                .param("recipients", step.who().usernames().toArray(String[]::new)).param("noteEn", step.who().noteEn())
                .param("noteZh", step.who().noteZh()).query(Long.class).optional();
    }

    Optional<LadderStepRow> find(long id) {
        return jdbc.sql(COLUMNS + "where id = :id").param("id", id).query(LadderSteps::row).optional();
    }

    /** Steps of a case, newest first. */
    List<LadderStepRow> of(long caseId) {
        return jdbc.sql(COLUMNS + "where complaint_id = :id order by id desc").param("id", caseId).query(LadderSteps::row).list();
    }

    /** @return whether nobody had acknowledged it before */
    boolean acknowledge(long id, String username, Instant now) {
        return jdbc.sql("update ladder_step set acknowledged_by = :user, acknowledged_at = :now where id = :id and acknowledged_by is null")
                .param("user", username).param("now", at(now)).param("id", id).update() == 1;
    }

    private static LadderStepRow row(ResultSet row, int index) throws SQLException {
        return new LadderStepRow(row.getLong("id"), row.getLong("complaint_id"), row.getString("clock"), row.getInt("round"), row.getInt("level"),
                row.getString("cause"), row.getObject("share", Integer.class), LadderAction.valueOf(row.getString("action")),
                row.getObject("due_at", OffsetDateTime.class).toInstant(), row.getObject("fired_at", OffsetDateTime.class).toInstant(),
                List.of((String[]) row.getArray("recipients").getArray()), row.getString("note_en"), row.getString("note_zh"),
                row.getString("acknowledged_by"),
                row.getObject("acknowledged_at") == null ? null : row.getObject("acknowledged_at", OffsetDateTime.class).toInstant());
    }

    static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
