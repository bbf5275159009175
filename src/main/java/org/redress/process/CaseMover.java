package org.redress.process;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.redress.complaint.CaseRelocation;
import org.redress.deadline.ClockKind;
import org.redress.escalation.ClockCheck.Drift;
import org.redress.process.CaseStandings.Standing;
import org.redress.process.MigrationPlans.Prepared;
import org.redress.shared.Bilingual;
import org.redress.studio.CaseMigrations.CannotMove;
import org.redress.studio.CaseMigrations.Forecast;
import org.redress.studio.CaseMigrations.Why;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes one instance to another version, with all that tells where it stands: timers, tasks, rows of open work, path. Afterwards ledgers, lists, task
 * due dates and timers of the case must say the same, or nothing of it is kept.
 */
@Component
class CaseMover {

    private final ProcessEngineConfigurationImpl engine;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final CaseStandings standings;
    private final CaseForesight foresight;
    private final MovedTasks tasks;
    private final CaseRelocation path;
    private final ClockTimers timers;
    private final ClockAgreement agreement;
    private final JdbcClient jdbc;

    CaseMover(ProcessEngineConfigurationImpl engine, RuntimeService runtime, ManagementService management, CaseStandings standings, CaseForesight foresight,
            MovedTasks tasks, CaseRelocation path, ClockTimers timers, ClockAgreement agreement, JdbcClient jdbc) {
        this.engine = engine;
        this.runtime = runtime;
        this.management = management;
        this.standings = standings;
        this.foresight = foresight;
        this.tasks = tasks;
        this.path = path;
        this.timers = timers;
        this.agreement = agreement;
        this.jdbc = jdbc;
    }

    /** In the running transaction. @return where it stands now @throws CannotMove then the transaction must be rolled back */
    String move(Prepared plan, String instance, String mark) {
        Standing before = take(instance, mark);
        Forecast forecast = foresight.forecast(plan, before);
        MigrationPlan way = plan.plan();
        if (forecast.why() != null || way == null) {
            throw new CannotMove(false, forecast.why() == null ? Why.of("studio.migration.why.plan") : forecast.why());
        }
        Long caseId = before.caseId();
        if (caseId != null) {
            agree(caseId, "studio.migration.why.clocksDisagree");
        }
        Set<String> jobs = new HashSet<>();
        timersOf(instance).forEach(job -> jobs.add(job.getId()));
        AtOnce.unlessFaster(() -> migrate(way, instance));
        timersOf(instance).stream().filter(job -> !jobs.contains(job.getId())).filter(job -> beganAgain(plan, before, job))
                .forEach(job -> management.deleteJob(job.getId()));
        tasks.follow(plan, instance, caseId != null);
        if (caseId != null) {
            path.relocated(caseId, plan.to().getId(), visits(runtime.getActivityInstance(instance), new HashMap<>()));
            timers.follow(caseId, plan.to().getId(), instance);
            agree(caseId, "studio.migration.why.clocksWouldDisagree");
        }
        return standings.marks(List.of(instance)).get(instance);
    }

    /** Nobody else moves it from here on: first the run, as whoever ends a step does, then the case. */
    private Standing take(String instance, String mark) {
        Optional<String> taken = jdbc.sql("select id_ from public.act_ru_execution where id_ = :id for update").param("id", instance).query(String.class).optional();
        Standing found = taken.isEmpty() ? null : standings.of(List.of(instance)).get(instance);
        if (found == null) {
            throw new CannotMove(true, Why.of("studio.migration.why.ended"));
        }
        if (found.caseId() != null) {
            path.lock(found.caseId());
            found = standings.of(List.of(instance)).get(instance);
        }
        if (!found.mark().equals(mark)) {
            throw new CannotMove(true, Why.of("studio.migration.why.moved"));
        }
        return found;
    }

    private void migrate(MigrationPlan way, String instance) {
        try {
            runtime.newMigration(way).processInstanceIds(instance).execute();
        } catch (MigratingProcessInstanceValidationException refused) {
            throw new CannotMove(false, EngineRefusals.why(refused));
        }
    }

    private List<Job> timersOf(String instance) {
        return engine.getCommandExecutorTxRequired().execute(context -> management.createJobQuery().processInstanceId(instance).timers().list());
    }

    /** The engine begins a timer beside a sub-process anew though the old one has fired. */
    private boolean beganAgain(Prepared plan, Standing before, Job job) {
        String event = management.createJobDefinitionQuery().jobDefinitionId(job.getJobDefinitionId()).singleResult().getActivityId();
        ModelShape.Node start = plan.after().node(event);
        return start != null && start.startsBeside() && CaseForesight.hasFired(plan, before.leaves(), event);
    }

    private void agree(long caseId, String sentence) {
        List<Drift> drifts = agreement.of(caseId);
        if (!drifts.isEmpty()) {
            String where = drifts.get(0).where();
            throw new CannotMove(false, Why.of(sentence, Arrays.stream(ClockKind.values()).filter(kind -> kind.name().equals(where)).findFirst()
                    .map(foresight::clockName).orElseGet(() -> new Bilingual(where, where))));
        }
    }

    /** Every visit that goes on, by its id. */
    private static Map<String, String> visits(@Nullable ActivityInstance instance, Map<String, String> visits) {
        if (instance != null) {
            for (ActivityInstance child : instance.getChildActivityInstances()) {
                visits.put(child.getId(), child.getActivityId());
                visits(child, visits);
            }
        }
        return visits;
    }
}
