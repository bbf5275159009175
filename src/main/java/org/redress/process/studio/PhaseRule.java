package org.redress.process.studio;

import java.util.Collection;

import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;

/** A phase whose clock climbs beside it ends in a terminate event: with an ordinary end the climbing clock would keep the phase open. */
final class PhaseRule implements ProcessRule {

    @Override
    public void check(ProcessFile process, Models models, House house, Findings found) {
        process.all(SubProcess.class).stream().filter(phase -> !phase.triggeredByEvent() && isClocked(phase.getFlowElements()))
                .forEach(phase -> ends(phase.getFlowElements(), found));
        process.all(Process.class).stream().filter(each -> isClocked(each.getFlowElements())).forEach(each -> ends(each.getFlowElements(), found));
    }

    private static void ends(Collection<FlowElement> elements, Findings found) {
        elements.stream().filter(EndEvent.class::isInstance).map(EndEvent.class::cast)
                .filter(end -> end.getEventDefinitions().stream().noneMatch(TerminateEventDefinition.class::isInstance))
                .forEach(end -> found.warning(end.getId(), "phase.staysOpen"));
    }

    private static boolean isClocked(Collection<FlowElement> elements) {
        return elements.stream().anyMatch(each -> each instanceof SubProcess clock && clock.triggeredByEvent() && clock.getFlowElements().stream()
                .anyMatch(start -> start instanceof StartEvent event && !event.isInterrupting()
                        && event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance)));
    }
}
