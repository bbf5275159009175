package org.redress.process;

import java.util.Set;

/** What a process may be made of. Whoever adds a word here first answers what it could run or reach. */
final class BpmnAllowed {

    static final Set<String> ELEMENTS = Set.of("definitions", "process", "documentation", "extensionElements",
            "startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent",
            "task", "manualTask", "userTask", "serviceTask", "businessRuleTask", "receiveTask", "callActivity", "subProcess",
            "exclusiveGateway", "parallelGateway", "inclusiveGateway", "eventBasedGateway",
            "sequenceFlow", "incoming", "outgoing", "conditionExpression",
            "timerEventDefinition", "timeDate", "timeDuration", "timeCycle", "messageEventDefinition", "message",
            "signalEventDefinition", "signal", "errorEventDefinition", "error", "escalationEventDefinition", "escalation",
            "terminateEventDefinition", "conditionalEventDefinition", "condition",
            "multiInstanceLoopCharacteristics", "loopCardinality", "completionCondition",
            "collaboration", "participant", "messageFlow", "laneSet", "lane", "flowNodeRef",
            "textAnnotation", "text", "association", "group", "category", "categoryValue", "dataObject", "dataObjectReference",
            "dataStoreReference");

    static final Set<String> EXTENSIONS = Set.of("properties", "property", "inputOutput", "inputParameter", "outputParameter",
            "list", "map", "entry", "value", "in", "out", "executionListener", "taskListener", "failedJobRetryTimeCycle");

    static final Set<String> ATTRIBUTES = Set.of("assignee", "candidateGroups", "dueDate", "followUpDate", "priority",
            "formRef", "formRefBinding", "decisionRef", "decisionRefBinding", "resultVariable", "mapDecisionResult",
            "calledElementBinding", "delegateExpression", "historyTimeToLive", "versionTag", "isStartableInTasklist",
            "asyncBefore", "asyncAfter", "exclusive", "jobPriority", "errorCodeVariable", "errorMessageVariable", "errorMessage",
            "escalationCodeVariable", "variableName", "variableEvents", "collection", "elementVariable", "initiator", "diagramRelationId",
            "modelerTemplate", "modelerTemplateVersion");

    private BpmnAllowed() {
    }
}
