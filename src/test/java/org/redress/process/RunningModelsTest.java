package org.redress.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.redress.callback.SamplingPlans;
import org.redress.studio.Finding.Layer;
import org.redress.studio.ModelKind;
import org.redress.studio.ModelSet;
import org.redress.studio.ModelsRefused;
import org.redress.studio.RunningModels;
import org.redress.studio.RunningModels.Version;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the studio is told of the engine, and that a deployment which fails leaves nothing. */
class RunningModelsTest extends LoopTest {

    @Autowired
    RunningModels models;
    @Autowired
    RepositoryService repository;
    @Autowired
    ManagementService management;
    @Autowired
    ProcessEngineConfigurationImpl engine;
    @Autowired
    SamplingPlans plans;
    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void whatShippedIsInForceButTheCallPlanMayHaveReleasedItsTableSince() {
        assertThat(models.inForce().differences(models.shipped())).isEmpty();
        var rules = plans.running().rules();
        plans.release(rules.subList(rules.size() - 1, rules.size()));
        assertThat(models.inForce().differences(models.shipped())).containsExactly("bpmn/sampling.dmn");
        assertThat(models.inForce().files().get("bpmn/sampling.dmn")).isEqualTo(models.source(ModelKind.DECISION, "sampling", models.versions(ModelKind.DECISION, "sampling").get(0).version()));
    }

    @Test
    void versionsTellHowMuchRunsOnThemAndWhereItStands() {
        long running = models.versions(ModelKind.PROCESS, "complaint").get(0).running();
        Map<String, Long> standing = models.standing("complaint", null);
        String number = captured();
        captured("Another one");
        assign(number, "repair-1");
        List<Version> versions = models.versions(ModelKind.PROCESS, "complaint");
        assertThat(versions.get(0).running()).isEqualTo(running + 2);
        assertThat(versions.get(0).name().zh()).isEqualTo("投诉处理");
        for (String task : List.of("userTask_triageComplaint", "userTask_signForCase")) {
            assertThat(models.standing("complaint", null)).containsEntry(task, standing.getOrDefault(task, 0L) + 1);
        }
        assertThat(models.standing("complaint", null)).hasSizeLessThanOrEqualTo(2);
        assertThat(models.standing("complaint", versions.get(0).version())).containsKeys("userTask_triageComplaint", "userTask_signForCase");
        assertThat(models.standing("complaint", 99)).isEmpty();
        assertThat(models.inUse()).extracting(Version::id).contains("complaint", "callback", "severity");
        assertThat(models.inUse()).filteredOn(each -> each.id().equals("severity")).first().satisfies(each -> assertThat(each.name().zh()).isEqualTo("等级判定"));
        assertThat(models.source(ModelKind.PROCESS, "complaint", 1)).isEqualTo(models.shipped().files().get("bpmn/complaint.bpmn"));
        assertThat(models.source(ModelKind.PROCESS, "complaint", 99)).isNull();
    }

    @Test
    void aDeploymentWhoseTransactionIsLostLeavesNothing() {
        Map<String, Long> before = traces();
        ModelSet changed = renamed("Complaint handling, tried");
        List<Version> versions = models.versions(ModelKind.PROCESS, "complaint");
        Set<String> registered = Set.copyOf(engine.getRegisteredDeployments());
        Set<String> remembered = Set.copyOf(engine.getDeploymentCache().getProcessDefinitionCache().keySet());
        catchThrowableOfType(IllegalStateException.class, () -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
            models.deploy("redress", changed);
            assertThat(engine.getDeploymentCache().getProcessDefinitionCache().keySet()).as("the engine remembers it at once").isNotEqualTo(remembered);
            throw new IllegalStateException("after the deployment");
        }));
        assertThat(traces()).isEqualTo(before);
        assertThat(cached()).isZero();
        assertThat(engine.getRegisteredDeployments()).isEqualTo(registered);
        captured("A case after it");
        assertThat(models.versions(ModelKind.PROCESS, "complaint")).hasSameSizeAs(versions);
    }

    @Test
    void aProcessThatIsTakenOutBeginsByItselfNoMore() {
        String nightly = """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="definitions_nightly" targetNamespace="test">
                  <bpmn:message id="message_now" name="nightly.now" />
                  <bpmn:process id="nightly" isExecutable="true" camunda:historyTimeToLive="P30D">
                    <bpmn:startEvent id="event_night"><bpmn:outgoing>flow_night</bpmn:outgoing><bpmn:timerEventDefinition id="timer_night">
                      <bpmn:timeCycle xsi:type="bpmn:tFormalExpression">R/PT24H</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:startEvent>
                    <bpmn:startEvent id="event_now"><bpmn:outgoing>flow_now</bpmn:outgoing><bpmn:messageEventDefinition id="message_event_now" messageRef="message_now" /></bpmn:startEvent>
                    <bpmn:endEvent id="event_end"><bpmn:incoming>flow_night</bpmn:incoming><bpmn:incoming>flow_now</bpmn:incoming></bpmn:endEvent>
                    <bpmn:sequenceFlow id="flow_night" sourceRef="event_night" targetRef="event_end" />
                    <bpmn:sequenceFlow id="flow_now" sourceRef="event_now" targetRef="event_end" />
                  </bpmn:process>
                </bpmn:definitions>
                """;
        ModelSet with = models.inForce().with(Map.of("bpmn/nightly.bpmn", nightly.getBytes(StandardCharsets.UTF_8)));
        new TransactionTemplate(transactions).executeWithoutResult(status -> models.deploy("redress", with));
        assertThat(management.createJobQuery().processDefinitionKey("nightly").count()).isEqualTo(1);
        assertThat(runtime.createEventSubscriptionQuery().eventName("nightly.now").count()).isEqualTo(1);
        new TransactionTemplate(transactions).executeWithoutResult(status -> models.deploy("redress", models.inForce()));
        assertThat(management.createJobQuery().processDefinitionKey("nightly").count()).isZero();
        assertThat(runtime.createEventSubscriptionQuery().eventName("nightly.now").count()).isZero();
        assertThat(management.createJobQuery().processDefinitionKey("briefing").count()).as("others still begin by themselves").isPositive();
    }

    @Test
    void aSetThatTheGateOrTheEngineRefusesIsRefusedWholeAndSaysWhere() {
        Map<String, Long> before = traces();
        ModelSet script = models.inForce().with(Map.of("bpmn/complaint.bpmn", text("bpmn/complaint.bpmn").replace("</bpmn:process>",
                "<bpmn:scriptTask id=\"script\" scriptFormat=\"javascript\"><bpmn:script>1</bpmn:script></bpmn:scriptTask></bpmn:process>").getBytes(StandardCharsets.UTF_8)));
        assertThat(refusal(script).findings()).allSatisfy(finding -> {
            assertThat(finding.file()).isEqualTo("bpmn/complaint.bpmn");
            assertThat(finding.layer()).isEqualTo(Layer.GATE);
        });
        ModelSet loose = models.inForce().with(Map.of("bpmn/complaint.bpmn", text("bpmn/complaint.bpmn").replace("</bpmn:process>",
                "<bpmn:sequenceFlow id=\"flow_loose\" sourceRef=\"userTask_triageComplaint\" targetRef=\"nowhere\"/></bpmn:process>").getBytes(StandardCharsets.UTF_8)));
        assertThat(refusal(loose).findings()).isNotEmpty().allSatisfy(finding -> assertThat(finding.layer()).isEqualTo(Layer.ENGINE));
        Map<String, byte[]> twice = new HashMap<>(Map.of("bpmn/copy.bpmn", models.inForce().files().get("bpmn/complaint.bpmn")));
        assertThat(refusal(models.inForce().with(twice)).findings()).isNotEmpty();
        assertThat(traces()).isEqualTo(before);
        assertThat(cached()).isZero();
    }

    private ModelsRefused refusal(ModelSet set) {
        return catchThrowableOfType(ModelsRefused.class, () -> new TransactionTemplate(transactions).executeWithoutResult(status -> models.deploy("redress", set)));
    }

    private ModelSet renamed(String name) {
        return models.inForce().with(Map.of("bpmn/complaint.bpmn",
                text("bpmn/complaint.bpmn").replace("name=\"Complaint handling\"", "name=\"" + name + "\"").getBytes(StandardCharsets.UTF_8)));
    }

    private String text(String file) {
        return new String(models.inForce().files().get(file), StandardCharsets.UTF_8);
    }

    /** Definitions in the engine's memory that no deployment in the database has. */
    private long cached() {
        var known = repository.createProcessDefinitionQuery().list().stream().map(each -> each.getId()).toList();
        return engine.getDeploymentCache().getProcessDefinitionCache().keySet().stream().filter(id -> !known.contains(id)).count();
    }

    private Map<String, Long> traces() {
        Map<String, Long> rows = new HashMap<>();
        for (String table : List.of("act_re_deployment", "act_ge_bytearray", "act_re_procdef", "act_re_decision_def", "act_re_decision_req_def", "act_ru_job", "act_ru_jobdef",
                "act_ru_event_subscr")) {
            rows.put(table, jdbc.sql("select count(*) from public." + table).query(Long.class).single());
        }
        return rows;
    }
}
