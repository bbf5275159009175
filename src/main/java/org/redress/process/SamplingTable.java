package org.redress.process;

import java.util.Map;

import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.redress.callback.JobKind;
import org.redress.callback.SamplingRule;
import org.springframework.stereotype.Component;

/** sampling.dmn, asked for every service job that comes in. */
@Component
class SamplingTable implements SamplingRule {

    static final String TABLE = "sampling";

    private final Decisions decisions;
    private final SamplingVersions versions;

    SamplingTable(Decisions decisions, SamplingVersions versions) {
        this.decisions = decisions;
        this.versions = versions;
    }

    @Override
    public Rate rate(JobKind job) {
        SamplingVersions.InForce table = versions.inForce();
        DmnDecisionResultEntries hit = decisions.first(TABLE, table.id(), facts(job));
        return rate(hit, table.version());
    }

    static Rate rate(DmnDecisionResultEntries hit, int version) {
        return new Rate(number(hit.get("rate")), number(hit.get("windowDays")), (String) hit.get("rule"), version);
    }

    /** The question the table answers for one kind of job. */
    static Map<String, Object> facts(JobKind job) {
        return Map.of("business", job.business().name(), "segment", job.segment().name(), "warranty", job.warranty(), "team", job.team());
    }

    private static int number(Object value) {
        return ((Number) value).intValue();
    }
}
