package org.redress.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

class ModelGateTest extends EngineTest {

    @Autowired
    ModelVocabulary vocabulary;

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("<bpmn:scriptTask id='x' scriptFormat='javascript'><bpmn:script>1</bpmn:script></bpmn:scriptTask>", "<scriptTask>"),
                Arguments.of("<evil:scriptTask xmlns:evil='urn:evil' id='x'/>", "foreign namespace"),
                Arguments.of("<di:scriptTask xmlns:di='http://www.omg.org/spec/BPMN/20100524/DI' id='x'/>", "foreign namespace"),
                Arguments.of("<bpmn:serviceTask id='x' camunda:class='java.lang.Runtime'/>", "camunda:class"),
                Arguments.of("<bpmn:serviceTask id='x' xmlns:a='http://activiti.org/bpmn' a:class='java.lang.Runtime'/>", "a:class"),
                Arguments.of("<bpmn:serviceTask id='x' camunda:expression='${1}'/>", "camunda:expression"),
                Arguments.of("<bpmn:serviceTask id='x' camunda:type='external' camunda:topic='t'/>", "camunda:type"),
                Arguments.of("<bpmn:serviceTask id='x' camunda:delegateExpression='${plainBean}'/>", "no step called plainBean"),
                Arguments.of("<bpmn:serviceTask id='x' camunda:delegateExpression='${probe}'/>", "no step called probe"),
                Arguments.of("<bpmn:serviceTask id='x' camunda:delegateExpression='${noteStep.next}'/>", "must name one step"),
                Arguments.of("<bpmn:serviceTask id='x'/>", "must name one step"),
                Arguments.of("<bpmn:sendTask id='x' camunda:class='y'/>", "<sendTask>"),
                Arguments.of(extension("<camunda:connector><camunda:connectorId>http</camunda:connectorId></camunda:connector>"), "<connector>"),
                Arguments.of(extension("<camunda:executionListener class='y' event='start'/>"), "class is not allowed"),
                Arguments.of(extension("<camunda:executionListener expression='${1}' event='start'/>"), "must name one step"),
                Arguments.of(extension("<camunda:executionListener event='start'><camunda:script scriptFormat='js'>1</camunda:script>"
                        + "</camunda:executionListener>"), "<script>"),
                Arguments.of(extension("<camunda:inputOutput><camunda:inputParameter name='a'>${''.getClass()}</camunda:inputParameter>"
                        + "</camunda:inputOutput>"), "only listed functions"),
                Arguments.of(extension("<camunda:inputOutput><camunda:inputParameter name='a'><camunda:script scriptFormat='js'>1"
                        + "</camunda:script></camunda:inputParameter></camunda:inputOutput>"), "<script>"),
                Arguments.of(task("camunda:formHandlerClass='y' camunda:formRef='f' camunda:formRefBinding='deployment' camunda:candidateGroups='a'"),
                        "camunda:formHandlerClass"),
                Arguments.of(task("camunda:formRef='f' camunda:formRefBinding='deployment'"), "exactly one team"),
                Arguments.of(task("camunda:formRef='f' camunda:formRefBinding='deployment' camunda:candidateGroups='a,b'"), "exactly one team"),
                Arguments.of(task("camunda:candidateGroups='a'"), "formRef is missing"),
                Arguments.of(task("camunda:formRef='f' camunda:formRefBinding='latest' camunda:candidateGroups='a'"), "must be deployment"),
                Arguments.of(task("camunda:formRef='f' camunda:formRefBinding='deployment' camunda:candidateGroups='${team.name()}'"),
                        "models cannot call anything of team"),
                Arguments.of(task("camunda:formRef='f' camunda:formRefBinding='deployment' camunda:candidateGroups='a' "
                        + "camunda:dueDate='${probe.secret()}'"), "probe has no function secret"),
                Arguments.of(condition("<bpmn:conditionExpression language='javascript'>1</bpmn:conditionExpression>"), "a language of its own"),
                Arguments.of(condition("<bpmn:conditionExpression>${execution.getId()}</bpmn:conditionExpression>"), "anything of execution"),
                Arguments.of(condition("<bpmn:conditionExpression>${currentUser()}</bpmn:conditionExpression>"), "currentUser()"),
                Arguments.of(condition("<bpmn:conditionExpression>${a.b}${(</bpmn:conditionExpression>"), "not readable"),
                Arguments.of("<bpmn:callActivity id='x' calledElement='y'/>", "calledElementBinding"),
                Arguments.of("<bpmn:businessRuleTask id='x' camunda:decisionRef='d'/>", "decisionRefBinding"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void isRefusedAndNothingOfItIsDeployed(String body, String because) {
        long before = repository.createDeploymentQuery().count();
        assertThatThrownBy(() -> deploy(body)).isInstanceOf(ModelRefused.class).hasMessageContaining(because)
                .extracting(refused -> ((ModelRefused) refused).problems().get(0).file()).isEqualTo("probe.bpmn");
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void namesTheElement() {
        assertThat(check("x.bpmn", process("<bpmn:serviceTask id='serviceTask_bad'/>")))
                .singleElement().extracting(ModelProblem::element).isEqualTo("serviceTask_bad");
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

    @Test
    void refusesWhatIsNoModel() {
        assertThat(check("x.bpmn", "not xml")).singleElement().extracting(ModelProblem::text).asString().startsWith("not readable as XML");
        assertThat(check("x.bpmn", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"))
                .singleElement().extracting(ModelProblem::text).asString().contains("DOCTYPE");
        assertThat(check("x.bpmn", "<a>".repeat(100) + "</a>".repeat(100))).isNotEmpty();
        assertThat(check("x.bpmn", " ".repeat(5 << 20))).singleElement().extracting(ModelProblem::text).asString().startsWith("larger than");
        assertThat(check("x.groovy", "1")).isNotEmpty();
    }

    @Test
    void decisionsSpeakFeelOnly() {
        assertThat(check("x.dmn", decision("feel", "&lt; 3"))).isEmpty();
        assertThat(check("x.dmn", decision("https://www.omg.org/spec/DMN/20191111/FEEL/", "&lt; 3"))).isEmpty();
        assertThat(check("x.dmn", decision("javascript", "1"))).singleElement()
                .extracting(ModelProblem::text).isEqualTo("expressions are written in FEEL, not in javascript");
        assertThat(check("x.dmn", decision("juel", "${1}"))).isNotEmpty();
    }

    @Test
    void feelCannotCallJava() {
        var external = """
                { f: function(x) external { java: { class: "java.lang.System", method signature: "getProperty(java.lang.String)" } }, \
                r: f("user.home") }.r""";
        repository.createDeployment().addString("reach.dmn", """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="test"
                    xmlns:camunda="http://camunda.org/schema/1.0/dmn">
                  <decision id="reach" name="reach" camunda:historyTimeToLive="P30D">
                    <variable id="v" name="r"/>
                    <literalExpression id="e"><text><![CDATA[%s]]></text></literalExpression>
                  </decision>
                </definitions>""".formatted(external)).deploy();
        assertThatThrownBy(() -> engine.getDecisionService().evaluateDecisionByKey("reach").evaluate())
                .hasStackTraceContaining("External functions are disabled");
    }

    private List<ModelProblem> check(String name, String content) {
        return new ModelGate(vocabulary).check(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static String extension(String inside) {
        return "<bpmn:task id='x'><bpmn:extensionElements>" + inside + "</bpmn:extensionElements></bpmn:task>";
    }

    private static String task(String attributes) {
        return "<bpmn:userTask id='x' " + attributes + "/>";
    }

    private static String condition(String inside) {
        return "<bpmn:startEvent id='a'/><bpmn:sequenceFlow id='x' sourceRef='a' targetRef='b'>" + inside
                + "</bpmn:sequenceFlow><bpmn:endEvent id='b'/>";
    }

    private static String decision(String language, String entry) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="test">
                  <decision id="x" name="x"><decisionTable id="t">
                    <input id="i"><inputExpression id="ie" typeRef="integer"><text>a</text></inputExpression></input>
                    <output id="o" name="o" typeRef="string"/>
                    <rule id="r"><inputEntry id="e" expressionLanguage="%s"><text>%s</text></inputEntry>
                      <outputEntry id="oe"><text>"x"</text></outputEntry></rule>
                  </decisionTable></decision>
                </definitions>""".formatted(language, entry);
    }
}
