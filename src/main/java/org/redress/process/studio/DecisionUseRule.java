package org.redress.process.studio;

import java.util.Set;

import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.dmn.instance.Decision;

/** What a process of the set reads of a decision stays in it. */
final class DecisionUseRule implements DecisionFileRule {

    @Override
    public void check(DecisionFile file, Models models, House house, Findings found) {
        for (ProcessFile process : models.allProcesses()) {
            for (BusinessRuleTask task : process.all(BusinessRuleTask.class)) {
                String asked = ProcessFile.text(task.getCamundaDecisionRef());
                file.decision(asked).ifPresent((Decision decision) -> {
                    Set<String> outputs = DecisionFile.outputs(decision);
                    DecisionRule.missing(process, task, outputs)
                            .forEach(name -> found.error(asked, "decision.stillRead", name, process.file(), task.getId()));
                });
            }
        }
    }
}
