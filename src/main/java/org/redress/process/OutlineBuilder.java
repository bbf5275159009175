package org.redress.process;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.redress.complaint.ComplaintWorkflow.Next;
import org.redress.complaint.ComplaintWorkflow.Outline;
import org.redress.shared.Bilingual;
import org.springframework.stereotype.Component;

/** Turns a process model into a nested outline in reading order: along the flows from the start, boundary events after their step. */
@Component
class OutlineBuilder {

    private final ModelLibrary models;

    OutlineBuilder(ModelLibrary models) {
        this.models = models;
    }

    Outline outline(String definitionId, Locale locale) {
        Process process = models.model(definitionId).getModelElementsByType(Process.class).iterator().next();
        ElementText text = models.text(definitionId, process.getId());
        return new Outline(process.getId(), "process", text.name(locale), text.documentation().in(locale),
                children(definitionId, process.getFlowElements(), locale), List.of());
    }

    private List<Outline> children(String definitionId, Collection<FlowElement> elements, Locale locale) {
        List<Outline> outlines = new ArrayList<>();
        for (FlowNode node : readingOrder(elements)) {
            ElementText text = models.text(definitionId, node.getId());
            List<Outline> inner = node instanceof SubProcess scope ? children(definitionId, scope.getFlowElements(), locale) : List.of();
            outlines.add(new Outline(node.getId(), kind(node), text.name(locale), text.documentation().in(locale), inner,
                    next(definitionId, node)));
        }
        return outlines;
    }

    private List<Next> next(String definitionId, FlowNode node) {
        return node.getOutgoing().stream().map(flow -> new Next(flow.getTarget().getId(), flowName(definitionId, flow))).toList();
    }

    private Bilingual flowName(String definitionId, SequenceFlow flow) {
        return models.text(definitionId, flow.getId()).name();
    }

    private static List<FlowNode> readingOrder(Collection<FlowElement> elements) {
        List<FlowNode> nodes = elements.stream().filter(FlowNode.class::isInstance).map(FlowNode.class::cast).toList();
        Set<FlowNode> ordered = new LinkedHashSet<>();
        nodes.stream().filter(StartEvent.class::isInstance).forEach(start -> follow(start, nodes, ordered));
        nodes.forEach(node -> follow(node, nodes, ordered));
        return List.copyOf(ordered);
    }

    private static void follow(FlowNode first, List<FlowNode> nodes, Set<FlowNode> ordered) {
        Deque<FlowNode> ahead = new ArrayDeque<>(List.of(first));
        while (!ahead.isEmpty()) {
            FlowNode node = ahead.poll();
            if (!ordered.add(node)) {
                continue;
            }
            nodes.stream().filter(BoundaryEvent.class::isInstance).map(BoundaryEvent.class::cast)
                    .filter(event -> event.getAttachedTo().equals(node)).forEach(ahead::add);
            node.getOutgoing().forEach(flow -> ahead.add(flow.getTarget()));
        }
    }

    private static String kind(FlowNode node) {
        if (node instanceof SubProcess scope && scope.triggeredByEvent()) {
            return "eventSubProcess";
        }
        return node.getElementType().getTypeName();
    }
}
