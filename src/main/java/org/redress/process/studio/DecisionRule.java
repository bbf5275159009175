package org.redress.process.studio;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.instance.DomElement;

/** A decision goes out with the process that asks it, and says what the process reads of it. */
final class DecisionRule implements ProcessRule {

    @Override
    public void check(ProcessFile process, Models models, House house, Findings found) {
        for (BusinessRuleTask task : process.all(BusinessRuleTask.class)) {
            String asked = ProcessFile.text(task.getCamundaDecisionRef());
            if (asked.isEmpty()) {
                continue; // the engine has told, and the gate refused any that is computed
            }
            Optional<Decision> decision = models.decision(asked);
            if (decision.isEmpty()) {
                found.error(task.getId(), "decision.missing", asked);
                continue;
            }
            Set<String> outputs = DecisionFile.outputs(decision.get());
            missing(process, task, outputs).forEach(name -> found.error(task.getId(), "decision.noOutput", asked, name, String.join(", ", outputs)));
            if ("singleEntry".equals(task.getCamundaMapDecisionResult()) && outputs.size() > 1) {
                found.error(task.getId(), "decision.manyOutputs", asked, outputs.size());
            }
        }
    }

    /** Outputs that the process reads and the decision does not have. */
    static Set<String> missing(ProcessFile process, BusinessRuleTask task, Set<String> outputs) {
        Set<String> read = new TreeSet<>();
        if (outputs.isEmpty()) {
            return read;
        }
        read.addAll(readIn(ProcessFile.texts(task.getDomElement()).toList(), "decisionResult"));
        String variable = ProcessFile.text(task.getCamundaResultVariable());
        if (!variable.isEmpty() && !"singleEntry".equals(task.getCamundaMapDecisionResult())) {
            DomElement root = process.model().getDocument().getRootElement();
            read.addAll(readIn(ProcessFile.texts(root).toList(), variable));
        }
        read.removeAll(outputs);
        return read;
    }

    private static Set<String> readIn(List<String> texts, String variable) {
        Pattern member = Pattern.compile("\\b" + Pattern.quote(variable) + "(?:\\[\\d+])?\\.([A-Za-z_]\\w*)(?!\\s*\\()");
        return texts.stream().filter(Expressions::isExpression).flatMap(text -> member.matcher(text).results()).map(found -> found.group(1))
                .collect(Collectors.toSet());
    }
}
