package org.redress.process.studio;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.redress.deadline.ClockKind;

/** A process as it lies in a set, with the questions that rules ask of it. */
final class ProcessFile {

    private final String file;
    private final BpmnModelInstance model;
    /** Each question of that kind walks through the whole file. */
    private final Map<Class<?>, List<?>> found = new ConcurrentHashMap<>();

    private ProcessFile(String file, BpmnModelInstance model) {
        this.file = file;
        this.model = model;
    }

    /** @throws org.camunda.bpm.model.xml.ModelException for what is no BPMN */
    static ProcessFile read(String file, byte[] content) {
        return new ProcessFile(file, Bpmn.readModelFromStream(new ByteArrayInputStream(content)));
    }

    String file() {
        return file;
    }

    @SuppressWarnings("unchecked")
    <T extends BaseElement> List<T> all(Class<T> type) {
        return (List<T>) found.computeIfAbsent(type, any -> List.copyOf(model.getModelElementsByType(type)));
    }

    /** Those the engine runs. */
    List<Process> processes() {
        return all(Process.class).stream().filter(Process::isExecutable).toList();
    }

    BpmnModelInstance model() {
        return model;
    }

    /** The key of the process that an element is in, empty for what is in none. */
    static String processOf(BaseElement element) {
        var around = element.getParentElement();
        while (around != null && !(around instanceof Process)) {
            around = around.getParentElement();
        }
        return around instanceof Process process ? process.getId() : "";
    }

    static Map<String, String> properties(BaseElement element) {
        Map<String, String> properties = new HashMap<>();
        if (element.getExtensionElements() != null) {
            element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                    .map(CamundaProperties::getCamundaProperties).flatMap(Collection::stream)
                    .forEach((CamundaProperty each) -> properties.put(String.valueOf(each.getCamundaName()), String.valueOf(each.getCamundaValue())));
        }
        return properties;
    }

    /** The clock that a step runs on, if it names one of a case. */
    static Optional<ClockKind> clock(UserTask task) {
        String name = properties(task).getOrDefault("redress.clock", "");
        return Stream.of(ClockKind.values()).filter(kind -> kind.name().equals(name)).findFirst();
    }

    /** Empty where the step does not say, or says something else than minutes. */
    static Optional<Integer> workMinutes(UserTask task) {
        String text = properties(task).getOrDefault("redress.workMinutes", "").strip();
        return text.matches("[1-9]\\d{0,5}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    static String text(String text) {
        return text == null ? "" : text.strip();
    }

    /** Where a case can be next: into a sub-process, out of it, along a boundary event. */
    List<FlowNode> next(FlowNode node) {
        List<FlowNode> next = new ArrayList<>();
        if (node instanceof SubProcess scope) {
            scope.getFlowElements().stream().filter(StartEvent.class::isInstance).map(StartEvent.class::cast).forEach(next::add);
        }
        node.getOutgoing().stream().map(SequenceFlow::getTarget).forEach(next::add);
        all(BoundaryEvent.class).stream().filter(event -> node.equals(event.getAttachedTo())).forEach(next::add);
        if (node instanceof EndEvent && node.getParentElement() instanceof SubProcess scope) {
            scope.getOutgoing().stream().map(SequenceFlow::getTarget).forEach(next::add);
        }
        return next;
    }

    /** Text of every attribute and leaf in which an expression may stand. */
    static Stream<String> texts(DomElement element) {
        Stream<String> own = Stream.of("assignee", "candidateGroups", "dueDate", "followUpDate", "collection", "calledElement", "decisionRef")
                .map(name -> element.getAttribute("http://camunda.org/schema/1.0/bpmn", name)).filter(value -> value != null);
        List<DomElement> children = element.getChildElements();
        return Stream.concat(own, children.isEmpty() ? Stream.of(text(element.getTextContent())) : children.stream().flatMap(ProcessFile::texts));
    }
}
