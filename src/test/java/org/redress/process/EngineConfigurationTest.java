package org.redress.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.redress.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class EngineConfigurationTest extends EngineTest {

    private static final String TASK_WITH_REMINDER = """
            <bpmn:startEvent id="start"/>
            <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="userTask_work"/>
            <bpmn:userTask id="userTask_work" camunda:candidateGroups="repair-1" camunda:formRef="f" camunda:formRefBinding="deployment"/>
            <bpmn:boundaryEvent id="event_late" cancelActivity="false" attachedToRef="userTask_work">
              <bpmn:timerEventDefinition id="timer"><bpmn:timeDuration>PT2H</bpmn:timeDuration></bpmn:timerEventDefinition>
            </bpmn:boundaryEvent>
            <bpmn:sequenceFlow id="f2" sourceRef="event_late" targetRef="serviceTask_remind"/>
            <bpmn:serviceTask id="serviceTask_remind" camunda:delegateExpression="${noteStep}"/>
            <bpmn:sequenceFlow id="f3" sourceRef="serviceTask_remind" targetRef="end_reminded"/>
            <bpmn:endEvent id="end_reminded"/>
            <bpmn:sequenceFlow id="f4" sourceRef="userTask_work" targetRef="end_done"/>
            <bpmn:endEvent id="end_done"/>""";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    MovableClock clock;

    @Autowired
    Jobs jobs;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void aTimerFiresWhenItIsDueAndNotBefore() {
        stepsTaken.clear();
        deploy(TASK_WITH_REMINDER);
        runtime.startProcessInstanceByKey("probe");
        clock.advance(Duration.ofHours(2).minusSeconds(1));
        assertThat(jobs.runDue()).isZero();
        assertThat(jobs.waiting()).isOne();
        assertThat(stepsTaken).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(jobs.runDue()).isOne();
        assertThat(stepsTaken).containsExactly("serviceTask_remind");
        assertThat(jobs.waiting()).isZero();
    }

    @Test
    void historyTellsWhatHappenedAndLeavesTheRestToOurAudit() {
        deploy(TASK_WITH_REMINDER);
        var instance = runtime.startProcessInstanceByKey("probe", "C-1", Map.of("severity", "S3"));
        runtime.setVariable(instance.getId(), "severity", "S2");
        var task = tasks.createTaskQuery().processInstanceBusinessKey("C-1").singleResult();
        tasks.claim(task.getId(), "handler");
        tasks.complete(task.getId(), Map.of("decision", "SIGN"));
        assertThat(rows("act_hi_procinst")).isPositive();
        assertThat(rows("act_hi_actinst")).isPositive();
        assertThat(rows("act_hi_taskinst")).isPositive();
        assertThat(rows("act_hi_varinst")).isPositive();
        for (var table : new String[] {"act_hi_job_log", "act_hi_detail", "act_hi_identitylink", "act_hi_op_log", "act_ru_meter_log",
                "act_ru_task_meter_log"}) {
            assertThat(rows(table)).as(table).isZero();
        }
        assertThat(jdbc.sql("select count(*) from act_hi_taskinst where removal_time_ is null").query(Long.class).single())
                .as("known from the start, never rewritten at the end").isZero();
    }

    @Test
    void theEngineIsInsideOurTransaction() {
        deploy(TASK_WITH_REMINDER);
        long before = runtime.createProcessInstanceQuery().count();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            runtime.startProcessInstanceByKey("probe");
            status.setRollbackOnly();
        });
        assertThat(runtime.createProcessInstanceQuery().count()).isEqualTo(before);
    }

    @Test
    void anErrorThatNobodyCatchesIsAnErrorAndNotASilentEnd() {
        deploy("""
                <bpmn:startEvent id="start"/>
                <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="end"/>
                <bpmn:endEvent id="end"><bpmn:errorEventDefinition id="e" errorRef="error"/></bpmn:endEvent>
                """);
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("probe")).hasMessageContaining("error");
    }

    @Test
    void everyJobHasADueMomentSoThatTheIndexServesAll() {
        deploy("""
                <bpmn:startEvent id="start" camunda:asyncBefore="true"/>
                <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="end"/>
                <bpmn:endEvent id="end"/>""");
        runtime.startProcessInstanceByKey("probe");
        assertThat(management.createJobQuery().singleResult().getDuedate()).isEqualTo(Date.from(clock.instant()));
        assertThat(jobs.runDue()).isOne();
    }

    private long rows(String table) {
        return jdbc.sql("select count(*) from public." + table).query(Long.class).single();
    }
}
