package org.redress.process.gate;

import static org.redress.process.gate.Hostile.definitions;
import static org.redress.process.gate.Hostile.file;
import static org.redress.process.gate.Hostile.process;
import static org.redress.process.gate.Hostile.step;

import java.util.stream.Stream;

/** Well-spelt processes that would run without end, take another's place, or belong to nobody. */
final class HostileShapes {

    private static final String FORM = "camunda:formRef='f' camunda:formRefBinding='deployment' ";

    private HostileShapes() {
    }

    static Stream<Hostile> all() {
        return Stream.of(loops(), timers(), repetitions(), identities(), people()).flatMap(each -> each);
    }

    private static Stream<Hostile> loops() {
        return Stream.of(
                loop("a gateway", "<bpmn:exclusiveGateway id='x'/>"), loop("a task", "<bpmn:task id='x'/>"), loop("a manual task", "<bpmn:manualTask id='x'/>"),
                loop("a service task", "<bpmn:serviceTask id='x' camunda:delegateExpression='${noteStep}'/>"),
                loop("a service task in the background", "<bpmn:serviceTask id='x' camunda:asyncBefore='true' camunda:delegateExpression='${noteStep}'/>"),
                loop("a decision", "<bpmn:businessRuleTask id='x' camunda:decisionRef='d' camunda:decisionRefBinding='deployment'/>"),
                loop("a fork", "<bpmn:parallelGateway id='x'/>"), loop("an inclusive gateway", "<bpmn:inclusiveGateway id='x'/>"),
                loop("an event thrown", "<bpmn:intermediateThrowEvent id='x'/>"),
                loop("a timer of no time", catching("<bpmn:timeDuration>PT0S</bpmn:timeDuration>")),
                loop("a timer of less than no time", catching("<bpmn:timeDuration>PT-5M</bpmn:timeDuration>")),
                loop("a timer of seconds", catching("<bpmn:timeDuration>PT5S</bpmn:timeDuration>")),
                loop("a timer of a day long gone", catching("<bpmn:timeDate>2001-01-01T00:00:00</bpmn:timeDate>")),
                loop("a condition", "<bpmn:intermediateCatchEvent id='x'><bpmn:conditionalEventDefinition id='c'><bpmn:condition>${true}</bpmn:condition>"
                        + "</bpmn:conditionalEventDefinition></bpmn:intermediateCatchEvent>"),
                loop("a sub-process that runs through", "<bpmn:subProcess id='x'><bpmn:startEvent id='is'/><bpmn:sequenceFlow id='if' sourceRef='is' targetRef='ie'/>"
                        + "<bpmn:endEvent id='ie'/></bpmn:subProcess>"),
                step("loop inside a sub-process", "<bpmn:subProcess id='x'><bpmn:startEvent id='is'/><bpmn:sequenceFlow id='if' sourceRef='is' targetRef='ig'/>"
                        + "<bpmn:exclusiveGateway id='ig'/><bpmn:sequenceFlow id='il' sourceRef='ig' targetRef='ig'/></bpmn:subProcess>", "loop"),
                process("loop of three", "<bpmn:startEvent id='s'/><bpmn:sequenceFlow id='f0' sourceRef='s' targetRef='a'/><bpmn:task id='a'/>"
                        + "<bpmn:sequenceFlow id='f1' sourceRef='a' targetRef='b'/><bpmn:exclusiveGateway id='b'/>"
                        + "<bpmn:sequenceFlow id='f2' sourceRef='b' targetRef='c'/><bpmn:task id='c'/><bpmn:sequenceFlow id='f3' sourceRef='c' targetRef='a'/>", "loop"),
                process("loop by an error", "<bpmn:startEvent id='s'/><bpmn:sequenceFlow id='f0' sourceRef='s' targetRef='x'/>"
                        + "<bpmn:serviceTask id='x' camunda:delegateExpression='${noteStep}'/><bpmn:boundaryEvent id='b' attachedToRef='x'>"
                        + "<bpmn:errorEventDefinition id='e'/></bpmn:boundaryEvent><bpmn:sequenceFlow id='f1' sourceRef='b' targetRef='x'/>", "loop"),
                process("loop by an escalation out of a sub-process", "<bpmn:startEvent id='s'/><bpmn:sequenceFlow id='f0' sourceRef='s' targetRef='x'/>"
                        + "<bpmn:subProcess id='x'><bpmn:startEvent id='is'/><bpmn:sequenceFlow id='if' sourceRef='is' targetRef='ie'/><bpmn:endEvent id='ie'>"
                        + "<bpmn:escalationEventDefinition id='ed'/></bpmn:endEvent></bpmn:subProcess><bpmn:boundaryEvent id='b' attachedToRef='x'>"
                        + "<bpmn:escalationEventDefinition id='e'/></bpmn:boundaryEvent><bpmn:sequenceFlow id='f1' sourceRef='b' targetRef='x'/>", "loop"),
                process("loop by a timer that lets nobody work", "<bpmn:startEvent id='s'/><bpmn:sequenceFlow id='f0' sourceRef='s' targetRef='x'/>"
                        + "<bpmn:userTask id='x' camunda:candidateGroups='a' " + FORM + "/><bpmn:boundaryEvent id='b' attachedToRef='x'>"
                        + "<bpmn:timerEventDefinition id='t'><bpmn:timeDuration>PT0S</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>"
                        + "<bpmn:sequenceFlow id='f1' sourceRef='b' targetRef='x'/>", "loop"));
    }

    private static Hostile loop(String by, String element) {
        return process("loop by " + by, "<bpmn:startEvent id='s'/><bpmn:sequenceFlow id='f0' sourceRef='s' targetRef='x'/>" + element
                + "<bpmn:sequenceFlow id='f1' sourceRef='x' targetRef='x'/>", "loop");
    }

    private static String catching(String timer) {
        return "<bpmn:intermediateCatchEvent id='x'><bpmn:timerEventDefinition id='t'>" + timer + "</bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>";
    }

    private static Stream<Hostile> timers() {
        return Stream.concat(Stream.of("R/PT0S", "R/PT1S", "R1000000/PT1M", "R/PT-1H", "R/P0D", "${cycle}", "R/${duration}", "* * * * * ?", "*/5 * * * * ?",
                        "0-59 * * * * ?", "0,1,2 * * * * ?", "whenever", "")
                .map(cycle -> process("start every " + cycle, "<bpmn:startEvent id='s'><bpmn:timerEventDefinition id='t'><bpmn:timeCycle>" + cycle
                        + "</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:startEvent>", "cycle")),
                Stream.of(step("a moment that is none", catching("<bpmn:timeDate>明天</bpmn:timeDate>"), "timer"),
                        step("a duration made of two", catching("<bpmn:timeDuration>${a}${b}</bpmn:timeDuration>"), "timer")));
    }

    private static Stream<Hostile> repetitions() {
        return Stream.of("2000000000", "101", "${many}", "-1", "1e9", "", "9999999999999999999").map(many -> step("repeated " + many + " times",
                "<bpmn:task id='x'><bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>" + many
                        + "</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></bpmn:task>", "cardinality"));
    }

    private static Stream<Hostile> identities() {
        var good = "<bpmn:startEvent id='start'/>";
        return Stream.of(
                file("takes the place of another process", "probe.bpmn", definitions("<bpmn:process id='complaint' isExecutable='true'>" + good + "</bpmn:process>"),
                        "processId"),
                file("brings another process along", "probe.bpmn", definitions("<bpmn:process id='probe' isExecutable='true'>" + good
                        + "</bpmn:process><bpmn:process id='complaint' isExecutable='true'/>"), "processes"),
                file("without a process", "probe.bpmn", definitions("<bpmn:collaboration id='c'/>"), "processes"),
                file("not executable", "probe.bpmn", definitions("<bpmn:process id='probe' isExecutable='false'>" + good + "</bpmn:process>"), "notExecutable"),
                file("executable or not", "probe.bpmn", definitions("<bpmn:process id='probe'>" + good + "</bpmn:process>"), "notExecutable"),
                process("an id twice", good + good, "idTwice"),
                process("the id of the process again", "<bpmn:startEvent id='probe'/>", "idTwice"),
                step("call by an expression", "<bpmn:callActivity id='x' calledElement='${other}' camunda:calledElementBinding='deployment'/>", "calledByExpression"),
                step("call of nothing", "<bpmn:callActivity id='x'/>", "noCalled"),
                step("call of whatever is newest", "<bpmn:callActivity id='x' calledElement='other'/>", "binding"),
                step("call of a version", "<bpmn:callActivity id='x' calledElement='other' camunda:calledElementBinding='version'/>", "binding"),
                step("decision of whatever is newest", "<bpmn:businessRuleTask id='x' camunda:decisionRef='d'/>", "binding"),
                step("decision by an expression", "<bpmn:businessRuleTask id='x' camunda:decisionRef='${d}' camunda:decisionRefBinding='deployment'/>",
                        "calledByExpression"));
    }

    private static Stream<Hostile> people() {
        return Stream.of(
                step("task of nobody", "<bpmn:userTask id='x' " + FORM + "/>", "noTeam"),
                step("task of two teams", "<bpmn:userTask id='x' camunda:candidateGroups='a,b' " + FORM + "/>", "teams"),
                step("task of a person", "<bpmn:userTask id='x' camunda:candidateUsers='demo' camunda:candidateGroups='a' " + FORM + "/>", "noUsers"),
                step("task of an owner", "<bpmn:userTask id='x' camunda:candidateGroups='a' " + FORM + "><bpmn:potentialOwner id='o'/></bpmn:userTask>", "noUsers"),
                step("task without a form", "<bpmn:userTask id='x' camunda:candidateGroups='a'/>", "noForm"),
                step("task with the newest form", "<bpmn:userTask id='x' camunda:candidateGroups='a' camunda:formRef='f' camunda:formRefBinding='latest'/>", "binding"),
                step("task with any form", "<bpmn:userTask id='x' camunda:candidateGroups='a' camunda:formRef='${f}' camunda:formRefBinding='deployment'/>",
                        "calledByExpression"),
                step("repetition of nothing", "<bpmn:task id='x'><bpmn:multiInstanceLoopCharacteristics/></bpmn:task>", "noCollection"));
    }
}
