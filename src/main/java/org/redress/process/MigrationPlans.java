package org.redress.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationInstructionValidationReport;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.redress.process.ModelShape.Node;
import org.redress.shared.Bilingual;
import org.redress.shared.Problem;
import org.redress.studio.CaseMigrations.Mistake;
import org.redress.studio.CaseMigrations.Route;
import org.redress.studio.CaseMigrations.Why;
import org.springframework.stereotype.Component;

/**
 * The engine's plan for a route: what is the same in both versions, and what a designer chose. A timer or message that both versions write alike is
 * taken along as it is; one that the new version writes otherwise is set anew.
 */
@Component
class MigrationPlans {

    private static final int KEPT = 100;

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final ModelLibrary models;
    private final ClockTimers timers;
    private final Map<String, ModelShape> shapes = new ConcurrentHashMap<>();
    private final Map<Way, Prepared> prepared = new ConcurrentHashMap<>();

    MigrationPlans(RepositoryService repository, RuntimeService runtime, ModelLibrary models, ClockTimers timers) {
        this.repository = repository;
        this.runtime = runtime;
        this.models = models;
        this.timers = timers;
    }

    private record Way(String from, String to, Map<String, String> chosen) {
    }

    /**
     * @param mapping  every step that is taken along
     * @param equal    of those, the ones that are the same in both
     * @param plan     null when the engine refuses it
     * @param mistakes why it does
     */
    record Prepared(ProcessDefinition from, ProcessDefinition to, ModelShape before, ModelShape after, Map<String, String> mapping, Map<String, String> equal,
            @Nullable MigrationPlan plan, List<Mistake> mistakes) {

        String target(String element) {
            return mapping.getOrDefault(element, "");
        }
    }

    /** @throws Problem 404 when there is no such version */
    Prepared of(Route route) {
        if (prepared.size() > KEPT) {
            prepared.clear();
        }
        ProcessDefinition from = version(route.process(), route.from());
        ProcessDefinition to = version(route.process(), route.to());
        // definitions never change, and neither does what is made of two of them
        return prepared.computeIfAbsent(new Way(from.getId(), to.getId(), route.chosen()), any -> prepare(route, from, to));
    }

    ModelShape shape(String definitionId) {
        return shapes.computeIfAbsent(definitionId, id -> ModelShape.of(models.model(id), timers.clocksOf(id), element -> models.text(id, element)));
    }

    ProcessDefinition version(String process, int version) {
        ProcessDefinition found = repository.createProcessDefinitionQuery().processDefinitionKey(process).processDefinitionVersion(version).singleResult();
        if (found == null) {
            throw Problem.notFound("studio.migration.problem.version", process, version);
        }
        return found;
    }

    private Prepared prepare(Route route, ProcessDefinition from, ProcessDefinition to) {
        ModelShape before = shape(from.getId());
        ModelShape after = shape(to.getId());
        List<Mistake> mistakes = new ArrayList<>();
        Map<String, String> equal = new LinkedHashMap<>();
        equal(from.getId(), to.getId()).forEach(same -> equal.put(same.getSourceActivityId(), same.getTargetActivityId()));
        Map<String, String> mapping = new LinkedHashMap<>(equal);
        route.chosen().forEach((step, target) -> {
            Why wrong = wrong(before.node(step), after.node(target));
            if (wrong == null) {
                mapping.put(step, target);
                if (Objects.requireNonNull(before.node(step)).kind().endsWith("*")) {
                    mapping.put(step + BpmnParse.MULTI_INSTANCE_BODY_ID_SUFFIX, target + BpmnParse.MULTI_INSTANCE_BODY_ID_SUFFIX);
                }
            } else {
                mistakes.add(new Mistake(step, name(before, step), wrong));
            }
        });
        MigrationPlan plan = mistakes.isEmpty() ? build(from, to, before, after, mapping, mistakes) : null;
        return new Prepared(from, to, before, after, Map.copyOf(mapping), Map.copyOf(equal), plan, List.copyOf(mistakes));
    }

    /** What the engine finds alike, without what it then finds it cannot take along: a step that is done for each of several now. */
    private List<MigrationInstruction> equal(String from, String to) {
        try {
            return runtime.createMigrationPlan(from, to).mapEqualActivities().build().getInstructions();
        } catch (MigrationPlanValidationException e) {
            Set<String> refused = new HashSet<>();
            e.getValidationReport().getInstructionReports().forEach(report -> refused.add(report.getMigrationInstruction().getSourceActivityId()));
            return e.getValidationReport().getMigrationPlan().getInstructions().stream().filter(same -> !refused.contains(same.getSourceActivityId())).toList();
        }
    }

    private static @Nullable Why wrong(@Nullable Node step, @Nullable Node target) {
        if (step == null || target == null) {
            return Why.of("studio.migration.why.unknownStep");
        }
        return step.kind().equals(target.kind()) ? null : Why.of("studio.migration.why.kind", target.name());
    }

    private @Nullable MigrationPlan build(ProcessDefinition from, ProcessDefinition to, ModelShape before, ModelShape after, Map<String, String> mapping,
            List<Mistake> mistakes) {
        MigrationPlanBuilder builder = runtime.createMigrationPlan(from.getId(), to.getId());
        mapping.forEach((step, target) -> {
            var mapped = builder.mapActivities(step, target);
            if (setAnew(before.node(step), after.node(target))) {
                mapped.updateEventTrigger();
            }
        });
        try {
            return builder.build();
        } catch (MigrationPlanValidationException e) {
            for (MigrationInstructionValidationReport report : e.getValidationReport().getInstructionReports()) {
                String step = report.getMigrationInstruction().getSourceActivityId();
                report.getFailures().forEach(failure -> mistakes.add(new Mistake(step, name(before, step), EngineRefusals.why(failure))));
            }
            return null;
        }
    }

    private static boolean setAnew(@Nullable Node step, @Nullable Node target) {
        return step != null && target != null && target.triggered()
                && (target.kind().endsWith("/conditional") || !step.trigger().equals(target.trigger()));
    }

    private static Bilingual name(ModelShape shape, String element) {
        Node node = shape.node(element);
        return node == null || node.name().en().isEmpty() ? new Bilingual(element, element) : node.name();
    }

    /** What looks like a step of the old version: the same id elsewhere, or the same name. Each only once. */
    static Map<String, String> alike(Prepared plan) {
        Map<String, String> found = new HashMap<>();
        for (Node step : plan.before().nodes().values()) {
            if (plan.equal().containsKey(step.id())) {
                continue;
            }
            plan.after().nodes().values().stream()
                    .filter(node -> node.kind().equals(step.kind()) && !plan.equal().containsValue(node.id()) && !found.containsValue(node.id()))
                    .filter(node -> node.id().equals(step.id()) || !node.name().en().isEmpty() && node.name().equals(step.name()))
                    .findFirst().ifPresent(node -> found.put(step.id(), node.id()));
        }
        return found;
    }
}
