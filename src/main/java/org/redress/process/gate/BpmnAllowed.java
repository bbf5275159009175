package org.redress.process.gate;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What a process may be made of. */
final class BpmnAllowed implements Allowed {

    private static final Set<String> ELEMENTS = Set.of("definitions", "process", "documentation", "extensionElements",
            "startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent",
            "task", "manualTask", "userTask", "serviceTask", "sendTask", "businessRuleTask", "receiveTask", "callActivity", "subProcess",
            "exclusiveGateway", "parallelGateway", "inclusiveGateway", "eventBasedGateway",
            "sequenceFlow", "incoming", "outgoing", "conditionExpression",
            "timerEventDefinition", "timeDate", "timeDuration", "timeCycle", "messageEventDefinition", "message",
            "signalEventDefinition", "signal", "errorEventDefinition", "error", "escalationEventDefinition", "escalation",
            "terminateEventDefinition", "conditionalEventDefinition", "condition",
            "multiInstanceLoopCharacteristics", "loopCardinality", "completionCondition",
            "collaboration", "participant", "messageFlow", "laneSet", "lane", "flowNodeRef",
            "textAnnotation", "text", "association", "group", "category", "categoryValue", "dataObject", "dataObjectReference",
            "dataStoreReference", "dataStore", "dataInputAssociation", "dataOutputAssociation", "property", "sourceRef", "targetRef");

    /** Of definitions only: a process in a process would be checked by nobody's rules. */
    private static final Set<String> TOP = Set.of("process", "collaboration", "message", "signal", "error", "escalation", "category", "dataStore");

    private static final Set<String> ATTRIBUTES = Set.of("id", "name", "targetNamespace", "exporter", "exporterVersion", "expressionLanguage",
            "typeLanguage", "isExecutable", "isClosed", "processType", "sourceRef", "targetRef", "default", "isImmediate", "gatewayDirection",
            "eventGatewayType", "instantiate", "isInterrupting", "parallelMultiple", "cancelActivity", "attachedToRef", "triggeredByEvent",
            "isForCompensation", "startQuantity", "completionQuantity", "isSequential", "behavior", "calledElement", "messageRef", "signalRef",
            "errorRef", "escalationRef", "errorCode", "escalationCode", "processRef", "textFormat", "associationDirection", "categoryValueRef",
            "value", "dataObjectRef", "dataStoreRef", "isCollection", "isUnlimited", "capacity");

    private static final Set<String> CAMUNDA = Set.of("assignee", "candidateGroups", "dueDate", "followUpDate", "priority",
            "formRef", "formRefBinding", "decisionRef", "decisionRefBinding", "resultVariable", "mapDecisionResult",
            "calledElementBinding", "delegateExpression", "historyTimeToLive", "versionTag", "isStartableInTasklist",
            "asyncBefore", "asyncAfter", "exclusive", "jobPriority", "taskPriority", "errorCodeVariable", "errorMessageVariable", "errorMessage",
            "escalationCodeVariable", "variableName", "variableEvents", "collection", "elementVariable", "initiator", "diagramRelationId",
            "modelerTemplate", "modelerTemplateVersion");

    /** The elements inside extensionElements and what they may carry, without a prefix. */
    private static final Map<String, Set<String>> EXTENSIONS = Map.ofEntries(
            Map.entry("properties", Set.of()), Map.entry("property", Set.of("id", "name", "value")),
            Map.entry("inputOutput", Set.of()), Map.entry("inputParameter", Set.of("name")), Map.entry("outputParameter", Set.of("name")),
            Map.entry("list", Set.of()), Map.entry("map", Set.of()), Map.entry("entry", Set.of("key")), Map.entry("value", Set.of("id", "name")),
            Map.entry("in", Set.of("source", "target", "sourceExpression", "variables", "businessKey", "local")),
            Map.entry("out", Set.of("source", "target", "sourceExpression", "variables", "local")),
            Map.entry("executionListener", Set.of("event", "delegateExpression")),
            Map.entry("taskListener", Set.of("event", "delegateExpression", "id")),
            Map.entry("failedJobRetryTimeCycle", Set.of()));

    private static final Set<String> TEXTS = Set.of("documentation", "incoming", "outgoing", "flowNodeRef", "text", "sourceRef", "targetRef",
            "conditionExpression", "condition", "completionCondition", "loopCardinality", "timeDate", "timeDuration", "timeCycle");
    private static final Set<String> EXTENSION_TEXTS = Set.of("inputParameter", "outputParameter", "value", "entry", "failedJobRetryTimeCycle");

    private static final Map<String, String> INSTEAD = Map.ofEntries(
            Map.entry("scriptTask", "noScript"), Map.entry("script", "noScript"), Map.entry("scriptFormat", "noScript"),
            Map.entry("resource", "noScript"), Map.entry("class", "noClass"), Map.entry("expression", "noClass"), Map.entry("type", "noClass"),
            Map.entry("topic", "noClass"), Map.entry("connector", "noClass"), Map.entry("field", "noClass"),
            Map.entry("variableMappingClass", "noClass"), Map.entry("variableMappingDelegateExpression", "noClass"),
            Map.entry("formKey", "noFormKey"), Map.entry("formData", "noFormKey"), Map.entry("formProperty", "noFormKey"),
            Map.entry("formHandlerClass", "noFormKey"), Map.entry("candidateUsers", "noUsers"), Map.entry("potentialOwner", "noUsers"),
            Map.entry("humanPerformer", "noUsers"));

    private final DrawingAllowed drawing = new DrawingAllowed();

    @Override
    public boolean element(Element element) {
        var name = element.getLocalName();
        if (drawing.inside(element)) {
            return drawing.element(element);
        }
        if (ModelXml.CAMUNDA.equals(element.getNamespaceURI())) {
            return EXTENSIONS.containsKey(name);
        }
        return ModelXml.BPMN.equals(element.getNamespaceURI()) && ELEMENTS.contains(name) && inPlace(element, name);
    }

    private static boolean inPlace(Element element, String name) {
        Node around = element.getParentNode();
        boolean top = around == element.getOwnerDocument().getDocumentElement();
        return TOP.contains(name) ? top : name.equals("definitions") == !(around instanceof Element);
    }

    @Override
    public boolean attribute(Element element, Attr attribute) {
        var name = attribute.getLocalName();
        if (drawing.inside(element)) {
            return drawing.attribute(attribute);
        }
        return switch (String.valueOf(attribute.getNamespaceURI())) {
            case "null" -> ModelXml.CAMUNDA.equals(element.getNamespaceURI()) ? EXTENSIONS.getOrDefault(element.getLocalName(), Set.of()).contains(name)
                    : ATTRIBUTES.contains(name);
            case ModelXml.CAMUNDA -> CAMUNDA.contains(name) && ModelXml.BPMN.equals(element.getNamespaceURI());
            default -> CommonAttributes.allow(element, attribute);
        };
    }

    @Override
    public boolean text(Element element) {
        return ModelXml.CAMUNDA.equals(element.getNamespaceURI()) ? EXTENSION_TEXTS.contains(element.getLocalName())
                : ModelXml.BPMN.equals(element.getNamespaceURI()) && TEXTS.contains(element.getLocalName());
    }

    @Override
    public Optional<String> instead(Node word) {
        boolean foreign = word instanceof Attr && word.getNamespaceURI() != null && !word.getNamespaceURI().equals(ModelXml.CAMUNDA);
        return foreign ? Optional.empty() : Optional.ofNullable(INSTEAD.get(word.getLocalName()));
    }
}
