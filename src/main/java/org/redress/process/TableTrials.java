package org.redress.process;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.jspecify.annotations.Nullable;
import org.redress.process.DecisionInputs.Asked;
import org.redress.process.gate.ModelGate;
import org.redress.shared.Bilingual;
import org.redress.studio.CaseMigrations.Why;
import org.redress.studio.DecisionTrials;
import org.redress.studio.ModelKind;
import org.redress.studio.ModelSet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Evaluates tables beside the engine: no history, no deployment, no trace. A table that is not through the gate is not evaluated, and one that takes too
 * long is left.
 */
@Component
class TableTrials implements DecisionTrials {

    /** Of a text, as a designer may see it: enough to know why a rule fits, not what a customer said. */
    private static final int SHOWN = 24;

    private final RealInputs inputs;
    private final ModelGate gate;
    private final Duration limit;

    TableTrials(RealInputs inputs, ModelGate gate, @Value("${redress.studio.trial-limit:PT8S}") Duration limit) {
        this.inputs = inputs;
        this.gate = gate;
        this.limit = limit;
    }

    @Override
    public List<Trial> of(ModelSet now, ModelSet then, Collection<String> files) {
        List<Trial> trials = new ArrayList<>();
        for (String file : new TreeSet<>(files)) {
            byte[] draft = then.files().get(file);
            if (draft != null && ModelKind.of(file).filter(kind -> kind == ModelKind.DECISION).isPresent()) {
                trials.addAll(of(file, now.files().get(file), draft));
            }
        }
        return trials;
    }

    private List<Trial> of(String file, byte @Nullable [] now, byte[] then) {
        String id = ModelKind.DECISION.id(file);
        if (!gate.check(file, then).isEmpty()) {
            return List.of(refused(file, id, Why.of("studio.try.why.gate")));
        }
        DmnEngine tables = EngineConfiguration.feelOnly().buildEngine();
        try {
            Map<String, DmnDecision> before = now == null ? Map.of() : parse(tables, now);
            return parse(tables, then).values().stream().map(decision -> of(file, tables, before.get(decision.getKey()), decision)).toList();
        } catch (RuntimeException e) {
            return List.of(refused(file, id, Why.of("studio.try.why.unreadable")));
        }
    }

    private static Trial refused(String file, String decision, Why why) {
        return new Trial(file, decision, new Bilingual(decision, decision), 0, 0, List.of(), List.of(), List.of(why));
    }

    private static Map<String, DmnDecision> parse(DmnEngine tables, byte[] content) {
        Map<String, DmnDecision> decisions = new LinkedHashMap<>();
        tables.parseDecisions(new ByteArrayInputStream(content)).forEach(decision -> decisions.put(decision.getKey(), decision));
        return decisions;
    }

    /** What was found so far; the thread that evaluates adds to it. */
    private static final class Tally {

        private final Map<Shift, Integer> shifts = new HashMap<>();
        private final List<Changed> changed = new ArrayList<>();
        private final Set<String> missing = new TreeSet<>();
        private int asked;
        private int same;
        private boolean left;

        synchronized boolean add(Asked input, Outcome now, Outcome then) {
            asked++;
            if (now.equals(then)) {
                same++;
            } else {
                shifts.merge(new Shift(now, then, 0), 1, Integer::sum);
                changed.add(new Changed(input.subject(), input.at(), shortened(input.facts()), now, then));
            }
            return !left;
        }

        synchronized void missing(Collection<String> names) {
            missing.addAll(names);
        }

        synchronized Trial told(String file, DmnDecision decision, boolean late) {
            left = true;
            List<Why> problems = new ArrayList<>();
            if (asked == 0 && !late) {
                problems.add(Why.of("studio.try.why.nothing"));
            }
            if (late) {
                problems.add(Why.of("studio.try.why.late"));
            }
            missing.forEach(name -> problems.add(Why.of("studio.try.why.missing", new Bilingual(name, name))));
            String name = decision.getName() == null ? decision.getKey() : decision.getName();
            return new Trial(file, decision.getKey(), new Bilingual(name, name), asked, same,
                    shifts.entrySet().stream().map(entry -> new Shift(entry.getKey().now(), entry.getKey().then(), entry.getValue()))
                            .sorted(Comparator.comparingInt(Shift::count).reversed()).toList(),
                    List.copyOf(changed), problems);
        }
    }

    private Trial of(String file, DmnEngine tables, @Nullable DmnDecision now, DmnDecision then) {
        List<Asked> asked = inputs.newest(then.getKey(), INPUTS);
        Tally tally = new Tally();
        FutureTask<Boolean> work = new FutureTask<>(() -> evaluate(tables, now, then, asked, tally), true);
        Thread thread = new Thread(work, "table-trial");
        thread.setDaemon(true);
        thread.start();
        boolean late = false;
        try {
            work.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            late = true;
            work.cancel(true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            late = true;
        } catch (ExecutionException e) {
            return refused(file, then.getKey(), Why.of("studio.try.why.unreadable"));
        }
        return tally.told(file, then, late);
    }

    private static void evaluate(DmnEngine tables, @Nullable DmnDecision now, DmnDecision then, List<Asked> asked, Tally tally) {
        Set<String> wanted = names(then);
        for (Asked input : asked) {
            Map<String, Object> facts = new HashMap<>(input.facts());
            List<String> missing = wanted.stream().filter(name -> !input.facts().containsKey(name)).toList();
            missing.forEach(name -> facts.put(name, null));
            tally.missing(missing);
            Outcome before = now == null ? new Outcome(Told.NO_TABLE, "") : outcome(tables, now, facts);
            if (!tally.add(input, before, outcome(tables, then, facts))) {
                return;
            }
        }
    }

    /** Facts that the decision and those it requires read. */
    private static Set<String> names(DmnDecision decision) {
        Set<String> names = new TreeSet<>(DecisionRecorder.names(decision));
        decision.getRequiredDecisions().forEach(required -> {
            names.addAll(names(required));
            names.removeAll(outputs(required));
        });
        return names;
    }

    private static Set<String> outputs(DmnDecision decision) {
        Set<String> names = new TreeSet<>();
        if (decision.getDecisionLogic() instanceof DmnDecisionTableImpl table) {
            table.getOutputs().forEach(output -> names.add(output.getOutputName()));
        }
        return names;
    }

    private static Outcome outcome(DmnEngine tables, DmnDecision decision, Map<String, Object> facts) {
        try {
            List<String> hits = tables.evaluateDecision(decision, facts).stream().map(TableTrials::text).toList();
            return hits.isEmpty() ? new Outcome(Told.NO_RULE, "") : new Outcome(Told.ANSWER, String.join("; ", hits));
        } catch (RuntimeException e) {
            return new Outcome(Told.ERROR, "");
        }
    }

    private static String text(DmnDecisionResultEntries hit) {
        List<String> parts = new ArrayList<>();
        hit.getEntryMap().forEach((name, value) -> parts.add(name + " = " + value));
        return String.join(", ", parts);
    }

    private static String shortened(Map<String, @Nullable Object> facts) {
        List<String> parts = new ArrayList<>();
        new TreeMap<>(facts).forEach((name, value) -> {
            String text = value == null ? "" : value.toString();
            parts.add(name + " = " + (text.codePointCount(0, text.length()) > SHOWN ? text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…" : text));
        });
        return String.join(", ", parts);
    }
}
