package org.redress.process;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.redress.deadline.ClockKind;
import org.springframework.stereotype.Component;

/** The steps of a model that lie between one of them and the one that ends a clock, both included, on the shortest way. */
@Component
class StepsAhead {

    private final ModelLibrary models;
    /** Never changes for a definition. */
    private final Map<Way, List<String>> ways = new ConcurrentHashMap<>();

    StepsAhead(ModelLibrary models) {
        this.models = models;
    }

    private record Way(String definitionId, String from, ClockKind clock) {
    }

    /** Keys of the user tasks in order; empty when the way does not lead to a step of the clock. */
    List<String> until(String definitionId, String from, ClockKind clock) {
        return ways.computeIfAbsent(new Way(definitionId, from, clock), this::find);
    }

    private List<String> find(Way way) {
        if (!(models.model(way.definitionId()).getModelElementById(way.from()) instanceof FlowNode first)) {
            return List.of();
        }
        Map<FlowNode, FlowNode> cameFrom = new HashMap<>();
        Deque<FlowNode> ahead = new ArrayDeque<>(List.of(first));
        cameFrom.put(first, first);
        while (!ahead.isEmpty()) {
            FlowNode node = ahead.poll();
            if (endsClock(way, node)) {
                return steps(node, cameFrom);
            }
            for (FlowNode next : next(node)) {
                if (cameFrom.putIfAbsent(next, node) == null) {
                    ahead.add(next);
                }
            }
        }
        return List.of();
    }

    private boolean endsClock(Way way, FlowNode node) {
        return node instanceof UserTask
                && way.clock().name().equals(models.text(way.definitionId(), node.getId()).property("redress.clock", ""));
    }

    private static List<String> steps(FlowNode last, Map<FlowNode, FlowNode> cameFrom) {
        LinkedList<String> steps = new LinkedList<>();
        for (FlowNode node = last;; node = cameFrom.get(node)) {
            if (node instanceof UserTask) {
                steps.addFirst(node.getId());
            }
            if (cameFrom.get(node).equals(node)) {
                return List.copyOf(steps);
            }
        }
    }

    private static List<FlowNode> next(FlowNode node) {
        List<FlowNode> next = new ArrayList<>();
        if (node instanceof SubProcess scope) {
            scope.getFlowElements().stream().filter(StartEvent.class::isInstance).map(StartEvent.class::cast).forEach(next::add);
            if (!next.isEmpty()) {
                return next;
            }
        }
        node.getOutgoing().stream().map(SequenceFlow::getTarget).forEach(next::add);
        if (node instanceof EndEvent end && endsScope(end) && end.getParentElement() instanceof SubProcess scope) {
            scope.getOutgoing().stream().map(SequenceFlow::getTarget).forEach(next::add);
        }
        return next;
    }

    /** Goes on behind the sub-process; an error or a message does not. */
    private static boolean endsScope(EndEvent end) {
        return end.getEventDefinitions().stream().allMatch(TerminateEventDefinition.class::isInstance);
    }
}
