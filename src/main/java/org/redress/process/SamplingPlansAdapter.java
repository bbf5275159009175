package org.redress.process;

import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.redress.callback.JobKind;
import org.redress.callback.PlanRule;
import org.redress.callback.SamplingPlans;
import org.redress.callback.SamplingRule.Rate;
import org.redress.process.gate.ModelProblem;
import org.redress.process.gate.ModelRefused;
import org.redress.shared.Problem;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/** Reads and releases the sampling table as a plan; what is released passes the same gate as every model. */
@Component
class SamplingPlansAdapter implements SamplingPlans {

    /** Where a plan comes from, unlike the models that come with the product. */
    private static final String SOURCE = "sampling-plan";
    private static final String FILE = "bpmn/sampling.dmn";

    private final SamplingVersions versions;
    private final Decisions decisions;
    private final RepositoryService repository;
    private final DmnEngine tables = EngineConfiguration.feelOnly().buildEngine();

    SamplingPlansAdapter(SamplingVersions versions, Decisions decisions, RepositoryService repository) {
        this.versions = versions;
        this.decisions = decisions;
        this.repository = repository;
    }

    @Override
    public Plan running() {
        SamplingVersions.InForce inForce = versions.inForce();
        return new Plan(inForce.version(), new SamplingDmn(versions.source(inForce.id())).rules());
    }

    @Override
    public List<Version> versions() {
        return versions.all().stream().map(this::version).toList();
    }

    @Override
    public Map<JobKind, Rate> rates(List<PlanRule> rules, Collection<JobKind> jobs) {
        Map<JobKind, Rate> rates = new HashMap<>();
        try {
            DmnDecision table = tables.parseDecision(SamplingTable.TABLE, new ByteArrayInputStream(changed(rules)));
            for (JobKind job : jobs) {
                DmnDecisionResult result = tables.evaluateDecision(table, SamplingTable.facts(job));
                if (!result.isEmpty()) {
                    rates.put(job, SamplingTable.rate(result.get(0), versions.inForce().version()));
                }
            }
        } catch (DmnEngineException e) {
            throw Problem.invalid("rules", "callback.plan.problem.table", String.valueOf(e.getMessage()));
        }
        return rates;
    }

    @Override
    public int release(List<PlanRule> rules) {
        try {
            String deployment = repository.createDeployment().name(SOURCE).source(SOURCE)
                    .addInputStream(FILE, new ByteArrayInputStream(changed(rules))).deploy().getId();
            DecisionDefinition released = repository.createDecisionDefinitionQuery().deploymentId(deployment).singleResult();
            decisions.forget(SamplingTable.TABLE);
            return released.getVersion();
        } catch (ModelRefused e) {
            throw Problem.invalid("rules", "callback.plan.problem.table", sentence(e.problems().get(0)));
        } catch (ParseException e) {
            throw Problem.invalid("rules", "callback.plan.problem.table", String.valueOf(e.getMessage()));
        }
    }

    private static MessageSourceResolvable sentence(ModelProblem problem) {
        return new DefaultMessageSourceResolvable(new String[] {problem.key()}, problem.args().toArray(), problem.text());
    }

    private byte[] changed(List<PlanRule> rules) {
        return new SamplingDmn(versions.source(versions.inForce().id())).with(rules);
    }

    private Version version(DecisionDefinition definition) {
        Deployment deployment = repository.createDeploymentQuery().deploymentId(definition.getDeploymentId()).singleResult();
        return new Version(definition.getVersion(), deployment.getDeploymentTime().toInstant(), versions.isShipped(definition));
    }
}
