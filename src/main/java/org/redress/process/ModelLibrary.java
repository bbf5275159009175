package org.redress.process;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.redress.shared.Bilingual;
import org.springframework.stereotype.Component;

/** Released models, read once: a definition never changes, so neither does what is kept of it. */
@Component
class ModelLibrary {

    private final RepositoryService repository;
    private final Map<String, Map<String, ElementText>> texts = new ConcurrentHashMap<>();
    private final Map<String, Integer> versions = new ConcurrentHashMap<>();
    private final Map<String, String> sources = new ConcurrentHashMap<>();

    ModelLibrary(RepositoryService repository) {
        this.repository = repository;
    }

    BpmnModelInstance model(String definitionId) {
        return repository.getBpmnModelInstance(definitionId);
    }

    String xml(String definitionId) {
        return sources.computeIfAbsent(definitionId, id -> Bpmn.convertToString(model(id)));
    }

    /** Asked each time: another version may have been released. */
    String newest(String key) {
        return repository.createProcessDefinitionQuery().processDefinitionKey(key).latestVersion().singleResult().getId();
    }

    int version(String definitionId) {
        return versions.computeIfAbsent(definitionId, id -> repository.getProcessDefinition(id).getVersion());
    }

    ElementText text(String definitionId, String elementId) {
        return texts.computeIfAbsent(definitionId, this::read).getOrDefault(elementId, ElementText.UNKNOWN);
    }

    private Map<String, ElementText> read(String definitionId) {
        BpmnModelInstance model = model(definitionId);
        Map<String, ElementText> read = new HashMap<>();
        for (FlowElement element : model.getModelElementsByType(FlowElement.class)) {
            read.put(element.getId(), describe(element, element.getName()));
        }
        for (Process process : model.getModelElementsByType(Process.class)) {
            read.put(process.getId(), describe(process, process.getName()));
        }
        return Map.copyOf(read);
    }

    private static ElementText describe(BaseElement element, String plainName) {
        Map<String, String> properties = properties(element);
        String name = plainName == null ? "" : plainName;
        String documentation = element.getDocumentations().stream().map(d -> d.getTextContent().trim()).findFirst().orElse("");
        String formRef = element instanceof UserTask task ? task.getCamundaFormRef() : null;
        String assignee = element instanceof UserTask task ? task.getCamundaAssignee() : null;
        return new ElementText(
                new Bilingual(properties.getOrDefault("name.en", name), properties.getOrDefault("name.zh-CN", name)),
                new Bilingual(documentation, properties.getOrDefault("doc.zh-CN", documentation)), Map.copyOf(properties), formRef,
                assignee);
    }

    private static Map<String, String> properties(BaseElement element) {
        Map<String, String> properties = new HashMap<>();
        ExtensionElements extensions = element.getExtensionElements();
        if (extensions == null) {
            return properties;
        }
        List<CamundaProperties> lists = extensions.getElementsQuery().filterByType(CamundaProperties.class).list();
        lists.stream().map(CamundaProperties::getCamundaProperties).flatMap(Collection::stream)
                .forEach((CamundaProperty property) -> properties.put(property.getCamundaName(), property.getCamundaValue()));
        return properties;
    }
}
