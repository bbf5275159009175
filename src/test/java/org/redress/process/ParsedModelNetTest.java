package org.redress.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.form.handler.DefaultTaskFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.process.gate.Canary;
import org.redress.process.gate.Hostile;
import org.redress.process.gate.ModelRefused;
import org.redress.shared.Problem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The second net holds without the first: the engine's parser is asked directly, past the gate. */
class ParsedModelNetTest extends EngineTest {

    /** Whatever the engine makes of it here is not the canary's business. */
    public static class Decoy extends DefaultTaskFormHandler {
    }

    @Autowired
    PlatformTransactionManager transactions;

    @ParameterizedTest
    @ValueSource(strings = {
            "<bpmn:scriptTask id='x' scriptFormat='javascript'><bpmn:script>1</bpmn:script></bpmn:scriptTask>",
            "<bpmn:serviceTask id='x' camunda:class='org.redress.process.ParsedModelNetTest$Decoy'/>",
            "<bpmn:serviceTask id='x' camunda:expression='${1}'/>",
            "<bpmn:serviceTask id='x' camunda:type='external' camunda:topic='t'/>",
            "<bpmn:serviceTask id='x' xmlns:a='http://activiti.org/bpmn' a:class='org.redress.process.ParsedModelNetTest$Decoy'/>",
            "<bpmn:businessRuleTask id='x' camunda:class='org.redress.process.ParsedModelNetTest$Decoy'/>",
            "<bpmn:sendTask id='x' camunda:class='org.redress.process.ParsedModelNetTest$Decoy'/>",
            "<bpmn:task id='x'><bpmn:extensionElements><camunda:executionListener class='org.redress.process.ParsedModelNetTest$Decoy' event='start'/></bpmn:extensionElements></bpmn:task>",
            "<bpmn:task id='x'><bpmn:extensionElements><camunda:executionListener expression='${1}' event='start'/></bpmn:extensionElements></bpmn:task>",
            "<bpmn:task id='x'><bpmn:extensionElements><camunda:executionListener event='start'><camunda:script scriptFormat='js'>1</camunda:script>"
                    + "</camunda:executionListener></bpmn:extensionElements></bpmn:task>",
            "<bpmn:task id='x'><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name='a'><camunda:script scriptFormat='js'>1</camunda:script>"
                    + "</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:task>",
            "<bpmn:task id='x'><bpmn:extensionElements><camunda:inputOutput><camunda:outputParameter name='a'><camunda:list><camunda:script scriptFormat='js'>1"
                    + "</camunda:script></camunda:list></camunda:outputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:task>",
            "<bpmn:task id='x'><bpmn:extensionElements><camunda:inputOutput><camunda:outputParameter name='a'><camunda:map><camunda:entry key='k'>"
                    + "<camunda:script scriptFormat='js'>1</camunda:script></camunda:entry></camunda:map></camunda:outputParameter></camunda:inputOutput>"
                    + "</bpmn:extensionElements></bpmn:task>",
            "<bpmn:userTask id='x'><bpmn:extensionElements><camunda:taskListener class='org.redress.process.ParsedModelNetTest$Decoy' event='create'/></bpmn:extensionElements></bpmn:userTask>",
            "<bpmn:userTask id='x'><bpmn:extensionElements><camunda:taskListener class='org.redress.process.ParsedModelNetTest$Decoy' event='timeout' id='t'><bpmn:timerEventDefinition>"
                    + "<bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></camunda:taskListener></bpmn:extensionElements></bpmn:userTask>",
            "<bpmn:userTask id='x' camunda:formHandlerClass='org.redress.process.ParsedModelNetTest$Decoy'/>",
            "<bpmn:callActivity id='x' calledElement='y' camunda:variableMappingClass='org.redress.process.ParsedModelNetTest$Decoy'/>"})
    void refusesWhatTheEngineMadeOfIt(String step) {
        assertThatThrownBy(() -> parse(Hostile.processXml(Hostile.aroundStep(step)))).hasRootCauseInstanceOf(ModelRefused.class).hasStackTraceContaining("bpmn/probe.bpmn x: The engine read");
    }

    @Test
    void refusesAConditionInAnotherLanguage() {
        assertThatThrownBy(() -> parse(Hostile.processXml("<bpmn:startEvent id='a'/><bpmn:sequenceFlow id='f' sourceRef='a' targetRef='b'>"
                + "<bpmn:conditionExpression xsi:type='bpmn:tFormalExpression' language='javascript'>1</bpmn:conditionExpression></bpmn:sequenceFlow>"
                + "<bpmn:endEvent id='b'/>"))).hasRootCauseInstanceOf(ModelRefused.class).hasMessageContaining("ScriptCondition");
    }

    @Test
    void letsPassWhatTheGateLetsPass() {
        assertThatCode(() -> parse(Hostile.processXml(Hostile.aroundStep("<bpmn:serviceTask id='x' camunda:delegateExpression='${noteStep}'/>")))).doesNotThrowAnyException();
    }

    /** One reason the gate stands first: the engine makes such a class while it reads, before anybody can look at what it read. */
    @Test
    void theGateIsNeededBeforeTheEngineReads() {
        assertThatThrownBy(() -> deploy("<bpmn:userTask id='x' camunda:formHandlerClass='org.redress.process.gate.Canary' camunda:candidateGroups='a' "
                + "camunda:formRef='f' camunda:formRefBinding='deployment'/>")).isInstanceOf(ModelRefused.class).hasMessageContaining("formHandlerClass");
        assertThat(Canary.isSilent()).isTrue();
    }

    @Test
    void stopsWhatRunsWithoutEnd() {
        var limit = new StepLimit();
        var execution = (DelegateExecution) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {DelegateExecution.class},
                (proxy, method, arguments) -> method.getName());
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            for (int step = 0; step < StepLimit.OF_ONE_CASE; step++) {
                limit.notify(execution);
            }
            assertThatThrownBy(() -> limit.notify(execution)).isInstanceOf(Problem.class).hasMessageContaining("process.problem.runaway");
        });
        new TransactionTemplate(transactions).executeWithoutResult(status -> assertThatCode(() -> limit.notify(execution)).doesNotThrowAnyException());
    }

    /** Each repetition is allowed, one inside the other is more than a case may do in one go. */
    @Test
    void stopsRepetitionsOfRepetitions() {
        deploy("""
                <bpmn:startEvent id="start"/>
                <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="repeat"/>
                <bpmn:subProcess id="repeat">
                  <bpmn:multiInstanceLoopCharacteristics isSequential="true"><bpmn:loopCardinality>100</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>
                  <bpmn:startEvent id="inner"/>
                  <bpmn:sequenceFlow id="f2" sourceRef="inner" targetRef="again"/>
                  <bpmn:task id="again">
                    <bpmn:multiInstanceLoopCharacteristics isSequential="true"><bpmn:loopCardinality>100</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>
                  </bpmn:task>
                </bpmn:subProcess>""");
        long before = runtime.createProcessInstanceQuery().count();
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("probe")).hasStackTraceContaining("process.problem.runaway");
        assertThat(runtime.createProcessInstanceQuery().count()).isEqualTo(before);
    }

    private void parse(String xml) {
        engine.getCommandExecutorTxRequired().execute(context -> {
            var deployment = new DeploymentEntity();
            deployment.setId("none");
            return engine.getDeployers().stream().filter(BpmnDeployer.class::isInstance).map(BpmnDeployer.class::cast).findFirst().orElseThrow()
                    .getBpmnParser().createParse().sourceString(xml).deployment(deployment).name("probe.bpmn").execute();
        });
    }
}
