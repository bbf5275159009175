package org.redress.process.gate;

import static org.redress.process.gate.Hostile.CANARY;
import static org.redress.process.gate.Hostile.aroundStep;
import static org.redress.process.gate.Hostile.process;
import static org.redress.process.gate.Hostile.step;

import java.util.List;
import java.util.stream.Stream;

/** Scripts and classes in every place that the schema and the engine know. */
final class HostileScripts {

    private static final List<String> LANGUAGES = List.of("javascript", "groovy", "python", "ruby", "juel", "feel");
    private static final List<String> TASKS = List.of("task", "manualTask", "receiveTask", "serviceTask", "sendTask", "businessRuleTask", "userTask",
            "callActivity", "subProcess");
    private static final List<String> NODES = List.of("exclusiveGateway", "parallelGateway", "inclusiveGateway", "intermediateThrowEvent");
    private static final List<String> RUNNING = List.of("serviceTask", "sendTask", "businessRuleTask");
    private static final String JS = "java.lang.Class.forName('" + CANARY + "')";

    private HostileScripts() {
    }

    static Stream<Hostile> all() {
        return Stream.of(scriptTasks(), conditions(), listeners(), taskListeners(), parameters(), classes(), delegates(), forms(), rest()).flatMap(each -> each);
    }

    private static Stream<Hostile> scriptTasks() {
        return Stream.concat(LANGUAGES.stream().map(language -> step("script task in " + language,
                        "<bpmn:scriptTask id='x' scriptFormat='" + language + "'><bpmn:script>" + Hostile.xml(JS) + "</bpmn:script></bpmn:scriptTask>", "noScript")),
                Stream.of(step("script task from a resource", "<bpmn:scriptTask id='x' scriptFormat='javascript' camunda:resource='classpath://evil.js'/>", "noScript"),
                        step("script task of a foreign namespace", "<evil:scriptTask xmlns:evil='urn:evil' id='x' scriptFormat='javascript'/>", "noScript"),
                        step("script task as a drawing", "<bpmndi:scriptTask id='x' scriptFormat='javascript'/>", "noScript"),
                        step("script task without a namespace", "<scriptTask xmlns='' id='x' scriptFormat='javascript'/>", "noScript")));
    }

    private static Stream<Hostile> conditions() {
        return Stream.concat(LANGUAGES.stream().map(language -> flow("condition in " + language,
                        "<bpmn:conditionExpression xsi:type='bpmn:tFormalExpression' language='" + language + "'>1</bpmn:conditionExpression>", "language")),
                Stream.of(flow("condition from a resource",
                                "<bpmn:conditionExpression camunda:resource='classpath://evil.js'>1</bpmn:conditionExpression>", "noScript"),
                        step("conditional event with a script", "<bpmn:intermediateCatchEvent id='x'><bpmn:conditionalEventDefinition id='c'>"
                                + "<bpmn:condition language='javascript'>true</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:intermediateCatchEvent>",
                                "language"),
                        step("end of a repetition with a script", "<bpmn:task id='x'><bpmn:multiInstanceLoopCharacteristics camunda:collection='list'>"
                                + "<bpmn:completionCondition language='groovy'>true</bpmn:completionCondition></bpmn:multiInstanceLoopCharacteristics></bpmn:task>",
                                "language"),
                        flow("condition of a made-up kind", "<bpmn:conditionExpression xsi:type='bpmn:tScript'>1</bpmn:conditionExpression>", "attribute")));
    }

    private static Stream<Hostile> listeners() {
        return Stream.concat(TASKS.stream(), NODES.stream()).flatMap(element -> Stream.of(
                step("listener with a class at a " + element, with(element, "<camunda:executionListener event='start' class='" + CANARY + "'/>"), "noClass"),
                step("listener with an expression at a " + element, with(element, "<camunda:executionListener event='end' expression='${1}'/>"), "noClass"),
                step("listener with a script at a " + element, with(element, "<camunda:executionListener event='start'>"
                        + "<camunda:script scriptFormat='javascript'>1</camunda:script></camunda:executionListener>"), "noScript")));
    }

    private static Stream<Hostile> taskListeners() {
        return Stream.concat(Stream.of("create", "assignment", "complete", "delete", "update").map(event -> step("task listener with a class at " + event,
                        with("userTask", "<camunda:taskListener event='" + event + "' class='" + CANARY + "'/>"), "noClass")),
                Stream.of(step("task listener with an expression", with("userTask", "<camunda:taskListener event='create' expression='${1}'/>"), "noClass"),
                        step("task listener with a script", with("userTask", "<camunda:taskListener event='create'>"
                                + "<camunda:script scriptFormat='groovy' resource='evil.groovy'/></camunda:taskListener>"), "noScript"),
                        step("listener of a time-out with a class", with("userTask", "<camunda:taskListener event='timeout' id='t' class='" + CANARY + "'>"
                                + "<bpmn:timerEventDefinition id='td'><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>"
                                + "</camunda:taskListener>"), "noClass"),
                        step("listener that names a bean", with("userTask", "<camunda:taskListener event='create' delegateExpression='${plainBean}'/>"),
                                "unknownStep"),
                        step("listener that names functions", with("task", "<camunda:executionListener event='start' delegateExpression='${probe}'/>"),
                                "unknownStep"),
                        step("listener without anything", with("task", "<camunda:executionListener event='start'/>"), "step")));
    }

    private static Stream<Hostile> parameters() {
        String script = "<camunda:script scriptFormat='javascript'>" + Hostile.xml(JS) + "</camunda:script>";
        return Stream.concat(TASKS.stream().map(element -> step("input script at a " + element,
                        with(element, "<camunda:inputOutput><camunda:inputParameter name='a'>" + script + "</camunda:inputParameter></camunda:inputOutput>"), "noScript")),
                Stream.of("<camunda:list>%s</camunda:list>", "<camunda:map><camunda:entry key='k'>%s</camunda:entry></camunda:map>", "%s")
                        .map(form -> step("output script in " + form.replaceAll("[<>%/]", " "), with("task", "<camunda:inputOutput>"
                                + "<camunda:outputParameter name='a'>" + form.formatted(script) + "</camunda:outputParameter></camunda:inputOutput>"), "noScript")));
    }

    private static Stream<Hostile> classes() {
        return RUNNING.stream().flatMap(element -> Stream.of("class='" + CANARY + "'", "expression='${1}'", "type='external' camunda:topic='t'",
                "type='shell'", "type='mail'").map(attribute -> step(element + " with " + attribute, "<bpmn:" + element + " id='x' camunda:" + attribute + "/>",
                "noClass")));
    }

    private static Stream<Hostile> delegates() {
        return Stream.of("${plainBean}", "${probe}", "${dataSource}", "${noteStep.next}", "${noteStep}${noteStep}", "noteStep", "${a ? noteStep : probe}",
                "${''.getClass()}", "").map(expression -> step("service task with delegate " + expression,
                "<bpmn:serviceTask id='x' camunda:delegateExpression=\"" + expression + "\"/>",
                expression.matches("\\$\\{\\w+}") ? "unknownStep" : "step"));
    }

    private static Stream<Hostile> forms() {
        return Stream.of(task("camunda:formHandlerClass='" + CANARY + "'", "", "noFormKey"),
                task("camunda:formKey='embedded:app:evil.html'", "", "noFormKey"),
                task("", "<camunda:formData><camunda:formField id='a' type='string'/></camunda:formData>", "noFormKey"),
                task("", "<camunda:formProperty id='a' expression='${1}'/>", "noFormKey"),
                task("", "<camunda:formData><camunda:formField id='a'><camunda:validation><camunda:constraint name='validator' config='" + CANARY
                        + "'/></camunda:validation></camunda:formField></camunda:formData>", "noFormKey"),
                process("start with a form handler", "<bpmn:startEvent id='start' camunda:formHandlerClass='" + CANARY + "'/>", "noFormKey"),
                process("start with a form of elsewhere", "<bpmn:startEvent id='start' camunda:formKey='http://evil'/>", "noFormKey"));
    }

    private static Stream<Hostile> rest() {
        return Stream.of(
                step("connector", with("serviceTask", "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>"), "noClass"),
                step("field injection", with("serviceTask", "<camunda:field name='command' stringValue='touch " + Canary.file() + "'/>"), "noClass"),
                step("field injection by expression", with("serviceTask", "<camunda:field name='a'><camunda:expression>${1}</camunda:expression></camunda:field>"),
                        "noClass"),
                step("field in a listener", with("task", "<camunda:executionListener event='start' delegateExpression='${noteStep}'>"
                        + "<camunda:field name='taken'><camunda:expression>${plainBean}</camunda:expression></camunda:field></camunda:executionListener>"), "noClass"),
                step("class of a message thrown", "<bpmn:intermediateThrowEvent id='x'><bpmn:messageEventDefinition id='m' camunda:class='" + CANARY
                        + "'/></bpmn:intermediateThrowEvent>", "noClass"),
                step("bean of a message thrown", "<bpmn:intermediateThrowEvent id='x'><bpmn:messageEventDefinition id='m' camunda:delegateExpression='${plainBean}'/>"
                        + "</bpmn:intermediateThrowEvent>", "unknownStep"),
                step("mapping class of a call", "<bpmn:callActivity id='x' calledElement='other' camunda:calledElementBinding='deployment' "
                        + "camunda:variableMappingClass='" + CANARY + "'/>", "noClass"),
                step("mapping bean of a call", "<bpmn:callActivity id='x' calledElement='other' camunda:calledElementBinding='deployment' "
                        + "camunda:variableMappingDelegateExpression='${plainBean}'/>", "noClass"),
                step("error of an external task", with("serviceTask", "<camunda:errorEventDefinition id='e' errorRef='r' expression='${1}'/>"), "element"),
                step("call of a case model", "<bpmn:callActivity id='x' camunda:caseRef='other'/>", "attribute"),
                step("call in a tenant", "<bpmn:callActivity id='x' calledElement='other' camunda:calledElementBinding='deployment' "
                        + "camunda:calledElementTenantId='${1}'/>", "attribute"),
                step("listener of variables", with("task", "<camunda:variableListener class='" + CANARY + "'/>"), "element"),
                step("starter of anybody", with("task", "<camunda:potentialStarter><camunda:resourceAssignmentExpression/></camunda:potentialStarter>"), "element"),
                step("script in a transaction", "<bpmn:transaction id='x'><bpmn:scriptTask id='y'/></bpmn:transaction>", "noScript"),
                step("ad hoc sub-process", "<bpmn:adHocSubProcess id='x'/>", "element"),
                step("complex gateway", "<bpmn:complexGateway id='x'/>", "element"),
                Hostile.file("import of a class", "probe.bpmn", Hostile.definitions("<bpmn:import namespace='urn:x' location='" + Canary.url()
                        + "' importType='http://www.w3.org/2001/XMLSchema'/><bpmn:process id='probe' isExecutable='true'/>"), "element"),
                Hostile.file("structure of a class", "probe.bpmn", Hostile.definitions("<bpmn:itemDefinition id='i' structureRef='" + CANARY
                        + "'/><bpmn:process id='probe' isExecutable='true'/>"), "element"),
                Hostile.file("web service", "probe.bpmn", Hostile.definitions("<bpmn:interface id='i' name='i'><bpmn:operation id='o' name='o'/></bpmn:interface>"
                        + "<bpmn:process id='probe' isExecutable='true'/>"), "element"));
    }

    private static Hostile flow(String what, String condition, String expected) {
        return process(what, aroundStep("<bpmn:task id='x'/>").replace("<bpmn:sequenceFlow id='f2' sourceRef='x' targetRef='end'/>",
                "<bpmn:sequenceFlow id='f2' sourceRef='x' targetRef='end'>" + condition + "</bpmn:sequenceFlow>"), expected);
    }

    private static String with(String element, String extension) {
        return "<bpmn:" + element + " id='x'" + switch (element) {
            case "serviceTask", "sendTask" -> " camunda:delegateExpression='${noteStep}'";
            case "userTask" -> " camunda:candidateGroups='a' camunda:formRef='f' camunda:formRefBinding='deployment'";
            case "callActivity" -> " calledElement='other' camunda:calledElementBinding='deployment'";
            default -> "";
        } + "><bpmn:extensionElements>" + extension + "</bpmn:extensionElements></bpmn:" + element + ">";
    }

    private static Hostile task(String attributes, String extension, String expected) {
        return step("task with " + attributes + extension.replaceAll("[<>/]", " "), with("userTask", extension).replace("id='x'", "id='x' " + attributes), expected);
    }
}
