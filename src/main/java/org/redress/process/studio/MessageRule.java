package org.redress.process.studio;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.Signal;
import org.camunda.bpm.model.bpmn.instance.SignalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;

/** Nobody waits for a message that never comes: the house sends those it knows, signals come from a process of the same set. */
final class MessageRule implements ProcessRule {

    @Override
    public void check(ProcessFile process, Models models, House house, Findings found) {
        for (MessageEventDefinition awaited : process.all(MessageEventDefinition.class)) {
            if (awaited.getParentElement() instanceof CatchEvent event) {
                message(event, awaited.getMessage(), house, found);
            }
        }
        process.all(ReceiveTask.class).forEach(task -> message(task, task.getMessage(), house, found));
        startsTwice(process, models, found);
        Set<String> thrown = new HashSet<>();
        models.allProcesses().forEach(each -> each.all(SignalEventDefinition.class).stream().filter(signal -> signal.getParentElement() instanceof ThrowEvent)
                .forEach(signal -> thrown.add(name(signal.getSignal()))));
        for (SignalEventDefinition awaited : process.all(SignalEventDefinition.class)) {
            if (awaited.getParentElement() instanceof CatchEvent event && awaited.getSignal() != null && !thrown.contains(name(awaited.getSignal()))) {
                found.error(event.getId(), "message.noSignal", name(awaited.getSignal()));
            }
        }
    }

    /** The engine deploys no second process that the same message starts. */
    private static void startsTwice(ProcessFile process, Models models, Findings found) {
        for (MessageEventDefinition start : starts(process)) {
            String name = ProcessFile.text(start.getMessage().getName());
            models.allProcesses().stream().filter(other -> !other.file().equals(process.file()))
                    .filter(other -> starts(other).stream().anyMatch(each -> name.equals(each.getMessage().getName()))).findFirst()
                    .ifPresent(other -> found.error(start.getParentElement() instanceof BaseElement event ? Known.idOf(event) : "", "message.startsTwice", name, other.file()));
        }
    }

    private static List<MessageEventDefinition> starts(ProcessFile process) {
        return process.all(MessageEventDefinition.class).stream().filter(each -> each.getMessage() != null && each.getParentElement() instanceof StartEvent start
                && start.getParentElement() instanceof Process).toList();
    }

    private static void message(BaseElement element, Message message, House house, Findings found) {
        if (message == null) {
            if (element instanceof FlowElement) {
                found.error(element.getId(), "message.none");
            }
            return;
        }
        String name = ProcessFile.text(message.getName());
        if (!name.isEmpty() && !house.messages().contains(name)) {
            found.error(element.getId(), "message.unknown", name, String.join(", ", house.messages()));
        }
    }

    private static String name(Signal signal) {
        return signal == null ? "" : ProcessFile.text(signal.getName());
    }
}
