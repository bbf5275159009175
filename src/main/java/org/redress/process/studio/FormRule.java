package org.redress.process.studio;

import java.util.Set;
import java.util.TreeSet;

import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * A step has a form that goes out with it, and the form asks for what the next gateway wants to know: an answer that an earlier step left
 * behind would decide otherwise.
 */
final class FormRule implements ProcessRule {

    @Override
    public void check(ProcessFile process, Models models, House house, Findings found) {
        for (UserTask task : process.all(UserTask.class)) {
            String form = ProcessFile.text(task.getCamundaFormRef());
            if (form.isEmpty()) {
                continue; // the gate has told
            }
            if (!models.hasForm(form)) {
                found.error(task.getId(), "form.missing", form);
                continue;
            }
            Set<String> keys = models.keysOf(task);
            house.keysOf(task.getId()).stream().filter(key -> !keys.contains(key)).sorted()
                    .forEach(key -> found.error(task.getId(), "form.houseKey", form, key));
            missing(task, process, models, house).forEach(name -> found.error(task.getId(), "form.doesNotAsk", form, name));
        }
    }

    /** Answers that the next gateway wants and the form of the step does not give. */
    static Set<String> missing(UserTask task, ProcessFile process, Models models, House house) {
        Set<String> missing = house.takesAnswersOf(task.getId()) ? new TreeSet<>() : wantedBehind(task);
        missing.removeAll(models.keysOf(task));
        missing.removeIf(name -> !house.answers().contains(name) && (house.variables().contains(name)
                || process.all(UserTask.class).stream().noneMatch(other -> models.keysOf(other).contains(name))));
        return missing;
    }

    /** Names in the conditions of gateways that come directly after the step. */
    private static Set<String> wantedBehind(UserTask task) {
        Set<String> wanted = new TreeSet<>();
        for (SequenceFlow flow : task.getOutgoing()) {
            FlowNode next = flow.getTarget();
            for (int joins = 0; next instanceof Gateway && next.getOutgoing().size() == 1 && joins < 100; joins++) {
                next = next.getOutgoing().iterator().next().getTarget();
            }
            if (next instanceof Gateway split) {
                split.getOutgoing().forEach(way -> wanted.addAll(SplitRule.names(way)));
            }
        }
        return wanted;
    }
}
