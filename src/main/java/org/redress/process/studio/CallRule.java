package org.redress.process.studio;

import java.util.Optional;

import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;

/** A called process goes out with its caller, and knows whose case its people work on. */
final class CallRule implements ProcessRule {

    private static final String CASE = "complaintId";

    @Override
    public void check(ProcessFile process, Models models, House house, Findings found) {
        for (CallActivity call : process.all(CallActivity.class)) {
            String called = ProcessFile.text(call.getCalledElement());
            if (called.isEmpty()) {
                continue; // the gate has told, and refused any that is computed
            }
            Optional<Process> target = models.process(called);
            if (target.isEmpty()) {
                found.error(call.getId(), "call.missing", called);
            } else if (!target.get().getModelInstance().getModelElementsByType(UserTask.class).isEmpty() && !handsOver(call)) {
                found.error(call.getId(), "call.noCase", called, CASE);
            }
        }
    }

    private static boolean handsOver(CallActivity call) {
        return call.getExtensionElements() != null && call.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list().stream()
                .anyMatch((CamundaIn in) -> "all".equals(in.getCamundaVariables()) || CASE.equals(in.getCamundaTarget()));
    }
}
