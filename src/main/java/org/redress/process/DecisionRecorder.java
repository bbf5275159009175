package org.redress.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedOutput;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableInputImpl;
import org.camunda.bpm.engine.impl.context.BpmnExecutionContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Notes what business rule tasks ask of decisions and what they are told. Facts are noted as they are, also a customer's words where the table reads
 * those: a changed table could not be tried otherwise. They are kept only while they are among the newest, and designers see them shortened.
 */
@Component
class DecisionRecorder implements DmnDecisionEvaluationListener {

    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern FUNCTION = Pattern.compile("[a-zA-Z][\\w ]*\\(");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])[a-zA-Z_]\\w*");
    private static final Set<String> WORDS = Set.of("if", "then", "else", "for", "in", "return", "some", "every", "satisfies", "and", "or", "not", "true", "false",
            "null", "between", "instance", "of", "function", "date", "time", "duration");
    /** Asked while a case begins, when all its facts are at hand: another column of the table could read any of them. */
    private static final Set<String> AT_THE_START = Set.of("severity", "routing");

    private final DecisionInputs inputs;
    private final Map<String, Set<String>> asked = new ConcurrentHashMap<>();

    DecisionRecorder(DecisionInputs inputs) {
        this.inputs = inputs;
    }

    @Override
    public void notify(DmnDecisionEvaluationEvent event) {
        BpmnExecutionContext context = Context.getBpmnExecutionContext();
        if (context == null || !(event.getDecisionResult() instanceof DmnDecisionTableEvaluationEvent table)) {
            return;
        }
        ExecutionEntity execution = context.getExecution();
        DmnDecision decision = table.getDecisionTable();
        String id = decision instanceof DecisionDefinition definition ? definition.getId() : decision.getKey();
        Map<String, Object> facts = new TreeMap<>();
        for (String name : asked.computeIfAbsent(id, any -> asked(decision, event.getRequiredDecisionResults().stream()
                .filter(DmnDecisionTableEvaluationEvent.class::isInstance).map(DmnDecisionTableEvaluationEvent.class::cast)
                .map(DmnDecisionTableEvaluationEvent::getDecisionTable).toList()))) {
            if (execution.hasVariable(name)) {
                facts.put(name, execution.getVariable(name));
            }
        }
        inputs.add(decision.getKey(), id, execution.getProcessBusinessKey(), facts, outcomes(table.getMatchingRules()),
                table.getMatchingRules().stream().map(DmnEvaluatedDecisionRule::getId).toList());
    }

    private static Set<String> asked(DmnDecision decision, Collection<DmnDecision> required) {
        Set<String> names = new TreeSet<>(names(decision));
        required.forEach(each -> names.addAll(names(each)));
        if (AT_THE_START.contains(decision.getKey())) {
            names.addAll(RuleFacts.NAMES);
        }
        return names;
    }

    /** Facts that the inputs of a table name. */
    static Set<String> names(DmnDecision decision) {
        Set<String> names = new HashSet<>();
        if (decision.getDecisionLogic() instanceof DmnDecisionTableImpl table) {
            for (DmnDecisionTableInputImpl input : table.getInputs()) {
                names.addAll(names(input.getExpression().getExpression()));
            }
        }
        return names;
    }

    /** Variables in an expression, without words, functions and texts of the language. */
    static Set<String> names(@Nullable String expression) {
        Set<String> names = new HashSet<>();
        if (expression != null) {
            String plain = FUNCTION.matcher(TEXT.matcher(expression).replaceAll(" ")).replaceAll("(");
            Matcher found = NAME.matcher(plain);
            while (found.find()) {
                if (!WORDS.contains(found.group().toLowerCase(Locale.ROOT))) {
                    names.add(found.group());
                }
            }
        }
        return names;
    }

    private static List<Map<String, Object>> outcomes(List<DmnEvaluatedDecisionRule> rules) {
        List<Map<String, Object>> outcomes = new ArrayList<>();
        for (DmnEvaluatedDecisionRule rule : rules) {
            Map<String, Object> outcome = new LinkedHashMap<>();
            for (DmnEvaluatedOutput output : rule.getOutputEntries().values()) {
                outcome.put(output.getOutputName(), output.getValue().getValue());
            }
            outcomes.add(outcome);
        }
        return outcomes;
    }
}
