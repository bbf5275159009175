package org.redress.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.process.gate.ModelGate;
import org.redress.process.gate.ModelProblem;
import org.redress.process.gate.ModelRefused;
import org.redress.process.gate.ModelWords;
import org.redress.studio.Finding;
import org.springframework.beans.factory.annotation.Autowired;

/** What has to come in does, on every way in, and what is refused is told so that it can be mended. Hostile files: {@link HostileModelsTest}. */
class ModelGateTest extends EngineTest {

    @Autowired
    ModelGate gate;

    static Stream<Path> shipped() throws IOException {
        try (Stream<Path> bpmn = Files.list(Path.of("bpmn")); Stream<Path> forms = Files.list(Path.of("forms"))) {
            return Stream.concat(bpmn, forms).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyModelOfTheHousePasses(Path file) throws IOException {
        assertThat(ofTheHouse().check(file.toString(), Files.readAllBytes(file))).isEmpty();
    }

    @Test
    void allModelsOfTheHousePassTogether() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Path file : shipped().toList()) {
            files.put(file.toString(), Files.readAllBytes(file));
        }
        assertThat(ofTheHouse().check(files)).isEmpty();
    }

    /** With the steps and functions of the house taken as given: they are beans that are not here. */
    private static ModelGate ofTheHouse() {
        return new ModelGate(new ModelWords() {

            @Override
            public boolean isStep(String name) {
                return !name.equals("decisionResult");
            }

            @Override
            public boolean isFunctions(String name) {
                return List.of("clock", "call", "briefings").contains(name);
            }

            @Override
            public boolean declares(String name, String function) {
                return true;
            }
        }, List.of(new ClockPolicyRules(), new LadderRules(), new SamplingRules()));
    }

    @Test
    void namesTheElementAndBecomesAFindingOfTheStudio() {
        List<ModelProblem> problems = check("probe.bpmn", process("<bpmn:serviceTask id='serviceTask_bad'/>"));
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.element()).isEqualTo("serviceTask_bad");
            assertThat(problem.text()).contains("must name one step");
            assertThat(problem.finding()).isEqualTo(new Finding("probe.bpmn", "serviceTask_bad", Finding.Layer.GATE, Finding.Weight.ERROR,
                    "studio.finding.gate.step", List.of("<serviceTask>")));
        });
    }

    @Test
    void isAskedAtEveryDeployment() {
        assertThatThrownBy(() -> deploy("<bpmn:serviceTask id='x'/>")).isInstanceOf(ModelRefused.class).hasMessageContaining("probe.bpmn x: <serviceTask> must name one step")
                .extracting(refused -> ((ModelRefused) refused).problems().get(0).file()).isEqualTo("probe.bpmn");
        assertThat(engine.getCustomPreDeployers()).containsExactly(gate);
    }

    @Test
    void letsAWellMadeModelPassAndItRuns() {
        stepsTaken.clear();
        deploy("""
                <bpmn:startEvent id="start"/>
                <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="serviceTask_note"/>
                <bpmn:serviceTask id="serviceTask_note" camunda:delegateExpression="${noteStep}">
                  <bpmn:extensionElements>
                    <camunda:properties><camunda:property name="name.zh-CN" value="记录"/></camunda:properties>
                    <camunda:executionListener delegateExpression="${noteStep}" event="end"/>
                    <camunda:inputOutput><camunda:inputParameter name="due">${probe.due(complaintId,'SIGN')}</camunda:inputParameter></camunda:inputOutput>
                  </bpmn:extensionElements>
                </bpmn:serviceTask>
                <bpmn:sequenceFlow id="f2" sourceRef="serviceTask_note" targetRef="end"/>
                <bpmn:endEvent id="end"/>""");
        var instance = runtime.startProcessInstanceByKey("probe", Map.of("complaintId", 1L));
        assertThat(instance.isEnded()).isTrue();
        assertThat(stepsTaken).containsExactly("serviceTask_note", "serviceTask_note");
    }

    /** As Camunda's modeler writes it, with what it adds by itself. */
    @Test
    void letsPassWhatModelersDraw() {
        stepsTaken.clear();
        repository.createDeployment().addString("called.bpmn", HAND_MADE_CALLED).addString("probe.bpmn", HAND_MADE).deploy();
        var instance = runtime.startProcessInstanceByKey("probe", "RD-1", Map.of("reason", "late"));
        assertThat(stepsTaken).containsExactly("Activity_note", "Activity_note", "Activity_called");
        runtime.correlateMessage("withdrawn", "RD-1");
        assertThat(runtime.createProcessInstanceQuery().processInstanceId(instance.getId()).count()).isZero();
    }

    @Test
    void decisionsSpeakFeelOnly() {
        assertThat(check("probe.dmn", decision("feel", "< 3"))).isEmpty();
        assertThat(check("probe.dmn", decision("https://www.omg.org/spec/DMN/20191111/FEEL/", "< 3"))).isEmpty();
        assertThat(check("probe.dmn", decision("javascript", "1"))).singleElement()
                .extracting(ModelProblem::key).isEqualTo("studio.finding.gate.feelOnly");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "\"a\", \"b\"", "not(\"a\")", "[1..5]", "> date(\"2026-01-01\")", "starts with(?, \"SUGGESTION\")",
            "some x in [1, 2, 3] satisfies x = ?", "? in [1, 2]", "list contains([\"A\", \"B\"], ?)", "matches(?, \"^RD-[0-9]{4}$\")", "duration(\"P1D\") < a",
            "count(for x in list return x.amount) > 2", "a ** 2 > 10", "decimal(a, 2) = 1.25", "{x: 1, y: 2}.x = ?", "number(?) > 3", "a[1] = 2"})
    void feelThatPeopleWritePasses(String condition) {
        assertThat(check("probe.dmn", decision("feel", condition))).isEmpty();
    }

    /** The net under the gate: whatever FEEL got through, it reaches no class. */
    @Test
    void feelCannotCallJava() {
        var external = """
                { f: function(x) external { java: { class: "java.lang.System", method signature: "getProperty(java.lang.String)" } }, \
                r: f("user.home") }.r""";
        var tables = EngineConfiguration.feelOnly().buildEngine();
        var table = decision("feel", "-").replace("\"x\"</text>", "<![CDATA[" + external + "]]></text>");
        assertThatThrownBy(() -> tables.evaluateDecision("probe", new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)), Map.of("a", 1)))
                .hasStackTraceContaining("External functions are disabled");
    }

    private List<ModelProblem> check(String name, String content) {
        return gate.check(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static String decision(String language, String entry) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:modeler="http://camunda.org/schema/modeler/1.0"
                    xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d" name="d" namespace="test" modeler:executionPlatform="Camunda Platform">
                  <decision id="probe" name="probe" camunda:historyTimeToLive="P30D"><decisionTable id="t">
                    <input id="i"><inputExpression id="ie" typeRef="integer"><text>a</text></inputExpression></input>
                    <output id="o" name="o" typeRef="string"/>
                    <rule id="r"><inputEntry id="e" expressionLanguage="%s"><text><![CDATA[%s]]></text></inputEntry>
                      <outputEntry id="oe"><text>"x"</text></outputEntry></rule>
                  </decisionTable></decision>
                </definitions>""".formatted(language, entry);
    }

    private static final String HAND_MADE_CALLED = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="Definitions_1called" targetNamespace="http://bpmn.io/schema/bpmn"
                exporter="Camunda Modeler" exporterVersion="5.31.0" modeler:executionPlatform="Camunda Platform" modeler:executionPlatformVersion="7.22.0">
              <bpmn:process id="called" isExecutable="true" camunda:historyTimeToLive="180">
                <bpmn:startEvent id="StartEvent_1"><bpmn:outgoing>Flow_1</bpmn:outgoing></bpmn:startEvent>
                <bpmn:sequenceFlow id="Flow_1" sourceRef="StartEvent_1" targetRef="Activity_called" />
                <bpmn:serviceTask id="Activity_called" name="Note" camunda:delegateExpression="${noteStep}" />
              </bpmn:process>
            </bpmn:definitions>
            """;

    private static final String HAND_MADE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
                xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                xmlns:bioc="http://bpmn.io/schema/bpmn/biocolor/1.0" xmlns:color="http://www.omg.org/spec/BPMN/non-normative/color/1.0"
                xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="Definitions_0abc123" targetNamespace="http://bpmn.io/schema/bpmn"
                xsi:schemaLocation="http://www.omg.org/spec/BPMN/20100524/MODEL BPMN20.xsd" exporter="Camunda Modeler" exporterVersion="5.31.0"
                modeler:executionPlatform="Camunda Platform" modeler:executionPlatformVersion="7.22.0">
              <bpmn:collaboration id="Collaboration_1">
                <bpmn:participant id="Participant_1" name="Company" processRef="probe" />
                <bpmn:participant id="Participant_2" name="Customer" />
                <bpmn:messageFlow id="Flow_m" sourceRef="Participant_2" targetRef="Participant_1" />
                <bpmn:textAnnotation id="TextAnnotation_1"><bpmn:text>Drawn by hand</bpmn:text></bpmn:textAnnotation>
              </bpmn:collaboration>
              <bpmn:process id="probe" name="By hand" isExecutable="true" camunda:historyTimeToLive="180">
                <bpmn:laneSet id="LaneSet_1"><bpmn:lane id="Lane_1" name="Team"><bpmn:flowNodeRef>StartEvent_1</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>
                <bpmn:startEvent id="StartEvent_1" camunda:asyncAfter="false"><bpmn:outgoing>Flow_1</bpmn:outgoing></bpmn:startEvent>
                <bpmn:sequenceFlow id="Flow_1" sourceRef="StartEvent_1" targetRef="Activity_note" />
                <bpmn:serviceTask id="Activity_note" name="Note twice" camunda:delegateExpression="${noteStep}">
                  <bpmn:incoming>Flow_1</bpmn:incoming><bpmn:outgoing>Flow_2</bpmn:outgoing>
                  <bpmn:property id="Property_1" name="__targetRef_placeholder" />
                  <bpmn:dataInputAssociation id="DataInputAssociation_1">
                    <bpmn:sourceRef>DataObjectReference_1</bpmn:sourceRef><bpmn:targetRef>Property_1</bpmn:targetRef>
                  </bpmn:dataInputAssociation>
                  <bpmn:multiInstanceLoopCharacteristics isSequential="true" camunda:exclusive="true">
                    <bpmn:loopCardinality xsi:type="bpmn:tFormalExpression">2</bpmn:loopCardinality>
                    <bpmn:completionCondition xsi:type="bpmn:tFormalExpression">${nrOfCompletedInstances == 2}</bpmn:completionCondition>
                  </bpmn:multiInstanceLoopCharacteristics>
                </bpmn:serviceTask>
                <bpmn:dataObjectReference id="DataObjectReference_1" name="Letter" dataObjectRef="DataObject_1" />
                <bpmn:dataObject id="DataObject_1" />
                <bpmn:sequenceFlow id="Flow_2" sourceRef="Activity_note" targetRef="Activity_call" />
                <bpmn:callActivity id="Activity_call" name="Call" calledElement="called" camunda:calledElementBinding="deployment">
                  <bpmn:extensionElements>
                    <camunda:in businessKey="#{execution.processBusinessKey}" />
                    <camunda:in variables="all" />
                    <camunda:in source="reason" target="why" />
                    <camunda:out variables="all" local="true" />
                  </bpmn:extensionElements>
                </bpmn:callActivity>
                <bpmn:sequenceFlow id="Flow_3" sourceRef="Activity_call" targetRef="Event_wait" />
                <bpmn:receiveTask id="Event_wait" name="Wait" messageRef="Message_answer" />
                <bpmn:subProcess id="Activity_withdraw" name="Withdrawn" triggeredByEvent="true">
                  <bpmn:startEvent id="Event_withdrawn" name="Withdrawn"><bpmn:messageEventDefinition id="MessageEventDefinition_1" messageRef="Message_withdrawn" />
                  </bpmn:startEvent>
                  <bpmn:sequenceFlow id="Flow_4" sourceRef="Event_withdrawn" targetRef="Event_over" />
                  <bpmn:endEvent id="Event_over"><bpmn:terminateEventDefinition id="TerminateEventDefinition_1" /></bpmn:endEvent>
                </bpmn:subProcess>
              </bpmn:process>
              <bpmn:message id="Message_withdrawn" name="withdrawn" />
              <bpmn:message id="Message_answer" name="answer" />
              <bpmndi:BPMNDiagram id="BPMNDiagram_1">
                <bpmndi:BPMNPlane id="BPMNPlane_1" bpmnElement="Collaboration_1">
                  <bpmndi:BPMNShape id="StartEvent_1_di" bpmnElement="StartEvent_1" bioc:stroke="#0d4372" bioc:fill="#bbdefb" color:background-color="#bbdefb"
                      color:border-color="#0d4372">
                    <dc:Bounds x="152" y="82" width="36" height="36" />
                    <bpmndi:BPMNLabel><dc:Bounds x="152" y="122" width="36" height="14" /></bpmndi:BPMNLabel>
                  </bpmndi:BPMNShape>
                  <bpmndi:BPMNEdge id="Flow_1_di" bpmnElement="Flow_1"><di:waypoint x="188" y="100" /><di:waypoint x="240" y="100" /></bpmndi:BPMNEdge>
                </bpmndi:BPMNPlane>
              </bpmndi:BPMNDiagram>
            </bpmn:definitions>
            """;
}
