package org.redress.process.models;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;

/** Camunda's decision engine by itself, no database, telling which rules fired. */
final class DecisionRunner {

    record Fired(List<String> rules, Map<String, Object> answer) {
    }

    private final DmnEngine engine;
    private final Map<String, DmnDecision> decisions = new ConcurrentHashMap<>();
    private List<String> fired = List.of();

    DecisionRunner() {
        var configuration = new DefaultDmnEngineConfiguration();
        configuration.getCustomPostDecisionTableEvaluationListeners().add(this::remember);
        engine = configuration.buildEngine();
    }

    Fired ask(String table, Map<String, Object> facts) {
        var decision = decisions.computeIfAbsent(table, id -> engine.parseDecision(id, ModelFiles.decision(id)));
        var result = engine.evaluateDecisionTable(decision, facts);
        return new Fired(fired, result.getSingleResult().getEntryMap());
    }

    /** Rules that fired and what each of them answers, in the order of the table. */
    Map<String, Map<String, Object>> askAll(String table, Map<String, Object> facts) {
        var decision = decisions.computeIfAbsent(table, id -> engine.parseDecision(id, ModelFiles.decision(id)));
        var result = engine.evaluateDecisionTable(decision, facts);
        var all = new LinkedHashMap<String, Map<String, Object>>();
        for (int i = 0; i < result.size(); i++) {
            all.put(fired.get(i), result.get(i).getEntryMap());
        }
        return all;
    }

    private void remember(DmnDecisionTableEvaluationEvent event) {
        fired = event.getMatchingRules().stream().map(DmnEvaluatedDecisionRule::getId).toList();
    }
}
