package org.redress.process;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.redress.deadline.ClockKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where running instances stand: steps, tasks, timers and clocks of many of them, by one statement each. */
@Component
class CaseStandings {

    private static final String CASE = "left join public.act_ru_variable v on v.execution_id_ = r.id_ and v.name_ = '" + Vars.COMPLAINT_ID + "' ";

    private final JdbcClient jdbc;

    CaseStandings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One instance.
     *
     * @param caseId     null when it belongs to no case
     * @param label      what people know it by
     * @param definition that it runs on
     * @param leaves     elements at which it stands, in a fixed order
     * @param mark       tells one standing from another
     * @param timers     elements whose timers wait
     * @param due        due moments of its tasks, by step: the earliest
     * @param clocks     those that run or are paused
     */
    record Standing(String instance, @Nullable Long caseId, String label, String definition, List<String> leaves, String mark, List<String> timers,
            Map<String, Instant> due, Map<ClockKind, Reading> clocks) {
    }

    record Reading(boolean paused, Instant dueAt, @Nullable Integer nextLevel, @Nullable Instant nextStepAt) {
    }

    private record Head(@Nullable Long caseId, String label, String definition, List<String> leaves, Set<String> tokens) {
    }

    Map<String, Standing> of(Collection<String> instances) {
        String[] ids = instances.toArray(String[]::new);
        Map<String, Head> heads = heads(ids);
        Map<String, List<String>> timers = timers(ids);
        Map<String, Map<String, Instant>> due = due(ids);
        Map<Long, Map<ClockKind, Reading>> clocks = clocks(heads.values());
        Map<String, Standing> all = new LinkedHashMap<>();
        heads.forEach((instance, head) -> all.put(instance, new Standing(instance, head.caseId(), head.label(), head.definition(), head.leaves(), mark(head),
                timers.getOrDefault(instance, List.of()), due.getOrDefault(instance, Map.of()),
                head.caseId() == null ? Map.of() : clocks.getOrDefault(head.caseId(), Map.of()))));
        return all;
    }

    /** Only the marks: one statement. */
    Map<String, String> marks(Collection<String> instances) {
        Map<String, String> marks = new HashMap<>();
        heads(instances.toArray(String[]::new)).forEach((instance, head) -> marks.put(instance, mark(head)));
        return marks;
    }

    private static String mark(Head head) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest((head.definition() + head.tokens()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private Map<String, Head> heads(String[] ids) {
        Map<String, Head> heads = new LinkedHashMap<>();
        jdbc.sql("select r.id_, coalesce(r.business_key_, (select c.number from complaint c where c.id = v.long_)) as business_key_, r.proc_def_id_, "
                + "v.long_, e.id_ as token, e.act_id_, e.act_inst_id_ from public.act_ru_execution r "
                + "join public.act_ru_execution e on e.proc_inst_id_ = r.id_ " + CASE + """
                where r.id_ = any(:ids) and e.act_id_ is not null and not e.is_event_scope_
                  and not exists (select 1 from public.act_ru_execution c where c.parent_id_ = e.id_ and not c.is_event_scope_)
                order by r.id_, e.act_id_, e.id_""").param("ids", ids).query(row -> {
                    long caseId = row.getLong("long_");
                    Long known = row.wasNull() ? null : caseId;
                    String instance = row.getString("id_");
                    String label = row.getString("business_key_");
                    String definition = row.getString("proc_def_id_");
                    Head head = heads.computeIfAbsent(instance, any -> new Head(known, label == null ? instance : label, definition, new ArrayList<>(), new TreeSet<>()));
                    head.leaves().add(row.getString("act_id_"));
                    // a step that is about to begin has no visit yet
                    String visit = row.getString("act_inst_id_");
                    head.tokens().add(row.getString("act_id_") + " " + (visit == null ? row.getString("token") : visit));
                });
        return heads;
    }

    private Map<String, List<String>> timers(String[] ids) {
        Map<String, List<String>> timers = new HashMap<>();
        jdbc.sql("""
                select j.process_instance_id_, d.act_id_ from public.act_ru_job j join public.act_ru_jobdef d on d.id_ = j.job_def_id_
                 where j.process_instance_id_ = any(:ids) and j.type_ = 'timer' order by j.id_""").param("ids", ids)
                .query(row -> {
                    timers.computeIfAbsent(row.getString("process_instance_id_"), any -> new ArrayList<>()).add(row.getString("act_id_"));
                });
        return timers;
    }

    private Map<String, Map<String, Instant>> due(String[] ids) {
        Map<String, Map<String, Instant>> due = new HashMap<>();
        jdbc.sql("select instance_id, task_key, min(due_at) as due_at from open_task where instance_id = any(:ids) group by instance_id, task_key")
                .param("ids", ids).query(row -> {
                    due.computeIfAbsent(row.getString("instance_id"), any -> new HashMap<>()).put(row.getString("task_key"),
                            row.getObject("due_at", OffsetDateTime.class).toInstant());
                });
        return due;
    }

    private Map<Long, Map<ClockKind, Reading>> clocks(Collection<Head> heads) {
        Long[] ids = heads.stream().map(Head::caseId).filter(Objects::nonNull).distinct().toArray(Long[]::new);
        Map<Long, Map<ClockKind, Reading>> clocks = new HashMap<>();
        jdbc.sql("""
                select complaint_id, kind, state, due_at, next_level, next_step_at from case_clock
                 where complaint_id = any(:ids) and state in ('RUNNING', 'PAUSED')""").param("ids", ids).query(row -> {
                     int level = row.getInt("next_level");
                     Integer next = row.wasNull() ? null : level;
                     OffsetDateTime step = row.getObject("next_step_at", OffsetDateTime.class);
                     clocks.computeIfAbsent(row.getLong("complaint_id"), any -> new HashMap<>()).put(ClockKind.valueOf(row.getString("kind")),
                             new Reading("PAUSED".equals(row.getString("state")), row.getObject("due_at", OffsetDateTime.class).toInstant(), next,
                                     step == null ? null : step.toInstant()));
                 });
        return clocks;
    }
}
