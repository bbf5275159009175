package org.redress.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.redress.shared.Problem;
import org.springframework.stereotype.Component;

/**
 * Asks the company's decision tables outside a process: no history row, no statement but one every few seconds to learn of a newer
 * version.
 */
@Component
class Decisions {

    private static final Duration TRUSTED = Duration.ofSeconds(5);

    private final RepositoryService repository;
    private final Clock clock;
    private final DmnEngine tables = EngineConfiguration.feelOnly().buildEngine();
    private final Map<String, Newest> newest = new ConcurrentHashMap<>();
    private final Map<String, DmnDecision> parsed = new ConcurrentHashMap<>();

    Decisions(RepositoryService repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** @throws Problem 409 when no rule of the table fits */
    DmnDecisionResultEntries first(String key, Map<String, Object> facts) {
        return first(key, newestId(key), facts);
    }

    /** As {@link #first(String, Map)}, of the table with this id. */
    DmnDecisionResultEntries first(String key, String id, Map<String, Object> facts) {
        List<DmnDecisionResultEntries> results = answers(id, facts);
        if (results.isEmpty()) {
            throw Problem.conflict("process.problem.noRule", key);
        }
        return results.get(0);
    }

    /** Every rule that fits, in the order of the table. */
    List<DmnDecisionResultEntries> all(String key, Map<String, Object> facts) {
        return answers(newestId(key), facts);
    }

    /** As {@link #all}, of one version of a table. @param id as {@link #newestId} gives it */
    List<DmnDecisionResultEntries> answers(String id, Map<String, Object> facts) {
        return tables.evaluateDecision(parsed.computeIfAbsent(id, this::parse), facts).stream().toList();
    }

    /** Changes with every release of the table. */
    String newestId(String key) {
        Instant now = clock.instant();
        Newest known = newest.get(key);
        if (known == null || !now.isBefore(known.readAt().plus(TRUSTED)) || now.isBefore(known.readAt())) {
            DecisionDefinition definition = repository.createDecisionDefinitionQuery().decisionDefinitionKey(key).latestVersion()
                    .singleResult();
            known = new Newest(definition.getId(), now);
            newest.put(key, known);
        }
        return known.id();
    }

    /** A new version was just deployed here; other nodes learn of it within seconds. */
    void forget(String key) {
        newest.remove(key);
    }

    /** As {@link #forget(String)}, of every table. */
    void forget() {
        newest.clear();
    }

    private DmnDecision parse(String id) {
        DecisionDefinition definition = repository.getDecisionDefinition(id);
        return tables.parseDecision(definition.getKey(), repository.getDecisionModel(id));
    }

    private record Newest(String id, Instant readAt) {
    }
}
