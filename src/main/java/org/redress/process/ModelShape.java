package org.redress.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ConditionalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SignalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.ClockKind;
import org.redress.shared.Bilingual;

/** What of a process counts when a case is taken from one version to another: what lies in what, of which kind, and what it waits for. */
record ModelShape(Map<String, Node> nodes) {

    /** Steps of calls and briefings name limits that are no clocks of a case. */
    private static final Map<String, ClockKind> KINDS = Arrays.stream(ClockKind.values()).collect(Collectors.toMap(ClockKind::name, Function.identity()));

    /**
     * One element.
     *
     * @param scope   sub-process around it, null for none
     * @param kind    only elements of the same kind can follow one another
     * @param clock   that its timer waits for, null for none
     * @param trigger what it waits for, in the words of the model
     * @param form    of a user task, null for none
     * @param offered people of a user task, in the words of the model; null for none
     * @param due     the clock that a user task is due by, null where the model names none
     */
    record Node(String id, @Nullable String scope, String kind, Bilingual name, @Nullable ClockKind clock, String trigger, @Nullable String form,
            @Nullable String offered, @Nullable ClockKind due) {

        boolean task() {
            return kind.startsWith("userTask");
        }

        /** Whether the engine keeps a job or a subscription for it. */
        boolean triggered() {
            return kind.endsWith("/timer") || kind.endsWith("/message") || kind.endsWith("/signal") || kind.endsWith("/conditional") || kind.equals("receiveTask");
        }

        boolean startsBeside() {
            return kind.equals("startEvent/timer");
        }
    }

    static ModelShape of(BpmnModelInstance model, Map<String, ClockKind> clocks, Function<String, ElementText> texts) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
            ElementText text = texts.apply(node.getId());
            UserTask task = node instanceof UserTask user ? user : null;
            String due = text.property("redress.clock", "");
            nodes.put(node.getId(), new Node(node.getId(), node.getParentElement() instanceof SubProcess scope ? scope.getId() : null, kind(node), text.name(),
                    clocks.get(node.getId()), trigger(node), task == null ? null : task.getCamundaFormRef(),
                    task == null ? null : String.valueOf(task.getCamundaCandidateGroups()), KINDS.get(due)));
        }
        return new ModelShape(Collections.unmodifiableMap(nodes));
    }

    private static String kind(FlowNode node) {
        String type = node.getElementType().getTypeName();
        if (node instanceof SubProcess scope && scope.triggeredByEvent()) {
            return "eventSubProcess";
        }
        if (node instanceof CatchEvent event && !event.getEventDefinitions().isEmpty()) {
            return type + "/" + event.getEventDefinitions().iterator().next().getElementType().getTypeName().replace("EventDefinition", "");
        }
        boolean many = node instanceof Activity activity && activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics;
        return many ? type + "*" : type;
    }

    private static String trigger(FlowNode node) {
        if (node instanceof ReceiveTask receive) {
            return receive.getMessage() == null ? "" : String.valueOf(receive.getMessage().getName());
        }
        return node instanceof CatchEvent event ? event.getEventDefinitions().stream().map(ModelShape::trigger).collect(Collectors.joining(" ")) : "";
    }

    private static String trigger(EventDefinition definition) {
        if (definition instanceof MessageEventDefinition message) {
            return message.getMessage() == null ? "" : String.valueOf(message.getMessage().getName());
        }
        if (definition instanceof SignalEventDefinition signal) {
            return signal.getSignal() == null ? "" : String.valueOf(signal.getSignal().getName());
        }
        return definition instanceof TimerEventDefinition || definition instanceof ConditionalEventDefinition ? definition.getTextContent().strip() : "";
    }

    @Nullable Node node(String id) {
        return nodes.get(id);
    }

    /** Sub-processes around an element, the nearest first. */
    List<String> around(String id) {
        List<String> scopes = new ArrayList<>();
        Node node = nodes.get(id);
        for (String scope = node == null ? null : node.scope(); scope != null;) {
            scopes.add(scope);
            Node outer = nodes.get(scope);
            scope = outer == null ? null : outer.scope();
        }
        return scopes;
    }

    /** The scope that a timer starts something beside: around its event sub-process. Empty for the process itself. */
    String besideOf(Node start) {
        Node beside = start.scope() == null ? null : nodes.get(start.scope());
        return beside == null || beside.scope() == null ? "" : beside.scope();
    }

    /** Elements whose timers wait for a clock. */
    Map<String, Node> clocked() {
        Map<String, Node> clocked = new HashMap<>();
        nodes.values().stream().filter(node -> node.clock() != null).forEach(node -> clocked.put(node.id(), node));
        return clocked;
    }
}
