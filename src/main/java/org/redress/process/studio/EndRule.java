package org.redress.process.studio;

import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/** Every way ends in an end event, and every step has a way that leads to it. */
final class EndRule implements ProcessRule {

    @Override
    public void check(ProcessFile process, Models models, House house, Findings found) {
        for (FlowNode node : process.all(FlowNode.class)) {
            boolean beside = node instanceof SubProcess sub && sub.triggeredByEvent();
            if (!runs(node) || beside) {
                continue;
            }
            if (!(node instanceof EndEvent) && node.getOutgoing().isEmpty()) {
                found.error(node.getId(), "end.missing");
            }
            if (!(node instanceof StartEvent) && !(node instanceof BoundaryEvent) && node.getIncoming().isEmpty()) {
                found.error(node.getId(), "end.unreached");
            }
        }
    }

    private static boolean runs(FlowNode node) {
        var around = node.getParentElement();
        while (around instanceof SubProcess) {
            around = around.getParentElement();
        }
        return around instanceof Process process && process.isExecutable();
    }
}
