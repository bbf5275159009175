package org.redress.process;

import java.util.Map;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.jspecify.annotations.Nullable;
import org.redress.callback.JobKind;
import org.redress.customer.Segment;
import org.redress.process.gate.Report;
import org.redress.shared.Business;

/**
 * What sampling.dmn has to hold before it may be deployed: an answer for every kind of job, whoever did it. A job without a rate could not be
 * taken in at all.
 */
final class SamplingRules extends HouseTable {

    private static final int LONGEST_NAME = 64;
    /** No rule can name it: its jobs are those of a team that nobody thought of. */
    private static final String ANY_TEAM = "";

    SamplingRules() {
        super(SamplingTable.TABLE);
    }

    @Override
    void ask(DmnEngine tables, DmnDecision table, Report report) {
        for (Business business : Business.values()) {
            for (Segment segment : Segment.values()) {
                ask(tables, table, new JobKind(business, segment, false, ANY_TEAM), report);
                ask(tables, table, new JobKind(business, segment, true, ANY_TEAM), report);
            }
        }
    }

    private static void ask(DmnEngine tables, DmnDecision table, JobKind job, Report report) {
        DmnDecisionResult answers = tables.evaluateDecision(table, SamplingTable.facts(job));
        if (answers.isEmpty()) {
            report.element(SamplingTable.TABLE, "samplingNoRule", job.business().name(), job.segment().name());
        } else {
            tell(answers.get(0).getEntryMap(), job, report);
        }
    }

    private static void tell(Map<String, Object> answer, JobKind job, Report report) {
        if (!isWhole(answer.get("rate"), 0, 100)) {
            report.element(SamplingTable.TABLE, "samplingRate", String.valueOf(answer.get("rate")), job.business().name(), job.segment().name());
        }
        if (!isWhole(answer.get("windowDays"), 1, Integer.MAX_VALUE)) {
            report.element(SamplingTable.TABLE, "samplingWindow", String.valueOf(answer.get("windowDays")), job.business().name(), job.segment().name());
        }
        if (!(answer.get("rule") instanceof String name) || name.isBlank() || name.length() > LONGEST_NAME) {
            report.element(SamplingTable.TABLE, "samplingName", String.valueOf(answer.get("rule")), LONGEST_NAME);
        }
    }

    private static boolean isWhole(@Nullable Object value, int least, int most) {
        return value instanceof Number number && number.doubleValue() == number.intValue() && number.intValue() >= least && number.intValue() <= most;
    }
}
