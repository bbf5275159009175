package org.redress.process.gate;

import static org.redress.process.gate.Hostile.CANARY;
import static org.redress.process.gate.Hostile.step;
import static org.redress.process.gate.Hostile.xml;

import java.util.List;
import java.util.stream.Stream;

/** Expressions that reach for more than the words of the house, and every place where an expression is read. */
final class HostileWords {

    private static final String REFLECTION = "${''.getClass().forName('" + CANARY + "').getMethod('sing').invoke(null)}";

    private static final List<String> EXPRESSIONS = List.of("${''.getClass()}", "${''.class}", "${''['class']}", "${\"\".getClass().getName()}",
            "${1.getClass()}", "${true.class.classLoader}", "${execution.getProcessEngineServices()}", "${execution.processEngineServices}",
            "${execution.id}", "${execution['id']}", "${execution.setVariable('a','b')}", "${task.delete()}", "${task.id}", "${execution.engineServices.runtimeService}",
            "${dataSource.connection.close()}", "${runtimeService.deleteProcessInstance('x','y')}", "${environment.getProperty('a')}",
            "${plainBean.length()}", "${probe.secret()}", "${probe.getClass()}", "${probe.class}", "${probe['class']}", "${probe.hashCode()}",
            "${noteStep.execute(execution)}", "${noteStep.taken}", "${currentUser()}", "${dateTime()}", "${currentUserGroups()}", "${XML('<a/>')}", "${S('{}')}",
            "${spin('x')}", "${a.b.c()}", "${a['getClass']()}", "${a[b]('c')}", "${(''.class)}", "${x ? ''.class : 1}", "${empty ''.class}",
            "${1 + ''.class}", "${probe.due(''.class, 'A')}", "${probe.due(execution.id, 'A')}", "${ ' '.class }", "a ${''.class} b", "${a}${''.class}",
            "#{''.getClass()}", "#{execution.getId()}", "${a.b}${(", "${", "${}", "${a..b}", "${a b}", "${\\u0027\\u0027.class}", "${''.toString().class}",
            "${connector}${connector.x()}", "${list.stream()}", "${a.class.name}", "${param.getClass().getClassLoader()}");

    private HostileWords() {
    }

    static Stream<Hostile> all() {
        return Stream.of(variants(), places(), disguises()).flatMap(each -> each);
    }

    private static Stream<Hostile> variants() {
        return EXPRESSIONS.stream().map(expression -> Hostile.process("condition " + expression, condition(xml(expression)), ""));
    }

    /** Where the engine makes an expression of what it reads. */
    private static Stream<Hostile> places() {
        var said = xml(REFLECTION);
        return Stream.of(
                task("assignee", said), task("candidateGroups", said), task("dueDate", said), task("followUpDate", said), task("priority", said),
                task("jobPriority", said), task("asyncBefore", said),
                step("name of a task", userTask("name='" + said + "'", ""), "call"),
                step("description of a task", userTask("", "<bpmn:documentation>" + said + "</bpmn:documentation>"), "call"),
                step("value handed in", userTask("", extension("<camunda:inputOutput><camunda:inputParameter name='a'>" + said
                        + "</camunda:inputParameter></camunda:inputOutput>")), "call"),
                step("name of a value handed in", userTask("", extension("<camunda:inputOutput><camunda:inputParameter name='" + said
                        + "'>1</camunda:inputParameter></camunda:inputOutput>")), "call"),
                step("value in a list", userTask("", extension("<camunda:inputOutput><camunda:inputParameter name='a'><camunda:list><camunda:value>" + said
                        + "</camunda:value></camunda:list></camunda:inputParameter></camunda:inputOutput>")), "call"),
                step("value in a map", userTask("", extension("<camunda:inputOutput><camunda:inputParameter name='a'><camunda:map><camunda:entry key='k'>" + said
                        + "</camunda:entry></camunda:map></camunda:inputParameter></camunda:inputOutput>")), "call"),
                step("key in a map", userTask("", extension("<camunda:inputOutput><camunda:inputParameter name='a'><camunda:map><camunda:entry key='" + said
                        + "'>1</camunda:entry></camunda:map></camunda:inputParameter></camunda:inputOutput>")), "call"),
                step("property", userTask("", extension("<camunda:properties><camunda:property name='a' value='" + said + "'/></camunda:properties>")), "call"),
                step("retries", userTask("", extension("<camunda:failedJobRetryTimeCycle>" + said + "</camunda:failedJobRetryTimeCycle>")), "call"),
                step("moment of a timer", catching("<bpmn:timerEventDefinition id='t'><bpmn:timeDate>" + said + "</bpmn:timeDate></bpmn:timerEventDefinition>"), "call"),
                step("duration of a timer", catching("<bpmn:timerEventDefinition id='t'><bpmn:timeDuration>" + said
                        + "</bpmn:timeDuration></bpmn:timerEventDefinition>"), "call"),
                step("condition of an event", catching("<bpmn:conditionalEventDefinition id='c'><bpmn:condition>" + said
                        + "</bpmn:condition></bpmn:conditionalEventDefinition>"), "call"),
                step("collection", "<bpmn:task id='x'><bpmn:multiInstanceLoopCharacteristics camunda:collection='" + said + "'/></bpmn:task>", "call"),
                step("end of a repetition", "<bpmn:task id='x'><bpmn:multiInstanceLoopCharacteristics camunda:collection='l'><bpmn:completionCondition>" + said
                        + "</bpmn:completionCondition></bpmn:multiInstanceLoopCharacteristics></bpmn:task>", "call"),
                step("number of repetitions", "<bpmn:task id='x'><bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>" + said
                        + "</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></bpmn:task>", "call"),
                step("called process", "<bpmn:callActivity id='x' calledElement='" + said + "' camunda:calledElementBinding='deployment'/>", "call"),
                step("value for a called process", "<bpmn:callActivity id='x' calledElement='other' camunda:calledElementBinding='deployment'>"
                        + extension("<camunda:in sourceExpression='" + said + "' target='a'/>") + "</bpmn:callActivity>", "call"),
                step("case number for a called process", "<bpmn:callActivity id='x' calledElement='other' camunda:calledElementBinding='deployment'>"
                        + extension("<camunda:in businessKey='" + said + "'/>") + "</bpmn:callActivity>", "call"),
                step("value from a called process", "<bpmn:callActivity id='x' calledElement='other' camunda:calledElementBinding='deployment'>"
                        + extension("<camunda:out sourceExpression='" + said + "' target='a'/>") + "</bpmn:callActivity>", "call"),
                step("decision", "<bpmn:businessRuleTask id='x' camunda:decisionRef='" + said + "' camunda:decisionRefBinding='deployment'/>", "call"),
                step("form", userTask("", "").replace("camunda:formRef='f'", "camunda:formRef='" + said + "'"), "call"),
                Hostile.file("name of a message", "probe.bpmn", Hostile.definitions("<bpmn:message id='m' name='" + said
                        + "'/><bpmn:process id='probe' isExecutable='true'/>"), "call"),
                Hostile.file("name of a signal", "probe.bpmn", Hostile.definitions("<bpmn:signal id='m' name='" + said
                        + "'/><bpmn:process id='probe' isExecutable='true'/>"), "call"),
                Hostile.file("code of an error", "probe.bpmn", Hostile.definitions("<bpmn:error id='m' errorCode='" + said
                        + "'/><bpmn:process id='probe' isExecutable='true'/>"), "call"),
                Hostile.file("message of an error", "probe.bpmn", Hostile.definitions("<bpmn:error id='m' camunda:errorMessage='" + said
                        + "'/><bpmn:process id='probe' isExecutable='true'/>"), "call"),
                Hostile.file("code of an escalation", "probe.bpmn", Hostile.definitions("<bpmn:escalation id='m' escalationCode='" + said
                        + "'/><bpmn:process id='probe' isExecutable='true'/>"), "call"),
                Hostile.file("version tag", "probe.bpmn", Hostile.definitions("<bpmn:process id='probe' isExecutable='true' camunda:versionTag='" + said
                        + "'/>"), "call"));
    }

    private static Stream<Hostile> disguises() {
        return Stream.of(
                Hostile.process("written as character references", condition("&#36;&#123;&#39;&#39;&#46;class&#125;"), "member"),
                Hostile.process("written as CDATA", condition("<![CDATA[${''.class}]]>"), "member"),
                Hostile.process("split by a comment", condition("$<!-- -->{''.class}"), "member"),
                Hostile.process("split by CDATA", condition("$<![CDATA[{''.cl]]>ass}"), "member"),
                Hostile.process("split by a processing instruction", condition("${''.cl<?x y?>ass}"), "member"),
                Hostile.process("before a child", condition("${''.class}<bpmn:documentation>x</bpmn:documentation>"), "text"),
                Hostile.process("behind a child", condition("<bpmn:documentation>x</bpmn:documentation>${''.class}"), "text"),
                Hostile.process("plain text before a child", condition("true<bpmn:documentation>x</bpmn:documentation>"), "text"),
                Hostile.process("text in a process", "${''.class}<bpmn:startEvent id='s'/>", "text"),
                Hostile.process("over several lines", condition("${\n'' \n . \n class\n}"), "member"),
                Hostile.process("with other spaces", condition("${\u00a0''.class}"), ""),
                Hostile.process("with full width characters", condition("${''.ｃlass.x()}"), "call"),
                Hostile.process("with a zero width character", condition("${''.\u200bclass}"), ""),
                Hostile.process("longer than anybody writes", condition("${" + "a+".repeat(600) + "a}"), "longExpression"),
                Hostile.process("deeper than anybody writes", condition("${" + "(".repeat(200) + "a" + ")".repeat(200) + "}"), "deepExpression"));
    }

    private static String condition(String said) {
        return "<bpmn:startEvent id='a'/><bpmn:sequenceFlow id='x' sourceRef='a' targetRef='b'><bpmn:conditionExpression>" + said
                + "</bpmn:conditionExpression></bpmn:sequenceFlow><bpmn:endEvent id='b'/>";
    }

    private static Hostile task(String attribute, String said) {
        var plain = attribute.equals("candidateGroups") ? userTask("", "").replace("camunda:candidateGroups='a'", "") : userTask("", "");
        return step(attribute, plain.replace("id='x'", "id='x' camunda:" + attribute + "='" + said + "'"), "call");
    }

    private static String userTask(String attributes, String inside) {
        return "<bpmn:userTask id='x' camunda:candidateGroups='a' camunda:formRef='f' camunda:formRefBinding='deployment' " + attributes + ">" + inside
                + "</bpmn:userTask>";
    }

    private static String catching(String definition) {
        return "<bpmn:intermediateCatchEvent id='x'>" + definition + "</bpmn:intermediateCatchEvent>";
    }

    private static String extension(String inside) {
        return "<bpmn:extensionElements>" + inside + "</bpmn:extensionElements>";
    }
}
