package org.redress.process.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ModelRulesTest {

    @ParameterizedTest
    @EnumSource(ModelRule.class)
    void everyModelKeepsEveryRule(ModelRule rule) {
        for (var id : ModelFiles.PROCESSES) {
            assertThat(rule.brokenBy(ModelFiles.process(id))).as("%s in %s", rule, id).isEmpty();
        }
    }

    @Test
    void everyModelInTheFolderIsLookedAt() {
        assertThat(ModelFiles.models(".bpmn")).isEqualTo(ModelFiles.PROCESSES);
        assertThat(ModelFiles.models(".dmn")).isEqualTo(ModelFiles.DECISIONS);
    }

    @ParameterizedTest(name = "{0} sees {1}")
    @MethodSource("plantedViolations")
    void aPlantedViolationIsSeen(ModelRule rule, String culprit, Consumer<BpmnModelInstance> violation) {
        var model = ModelFiles.process("complaint");

        violation.accept(model);

        assertThat(rule.brokenBy(model)).contains(culprit);
    }

    @Test
    void everyRuleIsShownToFail() {
        assertThat(plantedViolations().map(planted -> planted.get()[0]).distinct()).containsExactlyInAnyOrder((Object[]) ModelRule.values());
    }

    static Stream<Arguments> plantedViolations() {
        return Stream.of(
                planted(ModelRule.EXECUTABLE_VERSIONED_AND_KEPT_FIVE_YEARS, "complaint", Process.class, p -> p.setCamundaVersionTag(null)),
                planted(ModelRule.EXECUTABLE_VERSIONED_AND_KEPT_FIVE_YEARS, "complaint", Process.class,
                        p -> p.setCamundaHistoryTimeToLiveString("P1D")),
                arguments(ModelRule.ID_SAYS_WHAT_IT_IS, "Activity_0x1y2z", (Consumer<BpmnModelInstance>) model -> model
                        .<UserTask>getModelElementById("userTask_signForCase").setId("Activity_0x1y2z")),
                planted(ModelRule.NAMED_IN_BOTH_LANGUAGES, "userTask_signForCase", UserTask.class, t -> t.setName("Sign something else")),
                planted(ModelRule.NAMED_IN_BOTH_LANGUAGES, "flow_rework", SequenceFlow.class, f -> removeProperty(f, "name.zh-CN")),
                planted(ModelRule.NAMED_IN_BOTH_LANGUAGES, "event_merged", EndEvent.class, e -> e.removeAttribute("name")),
                planted(ModelRule.DOCUMENTED_IN_BOTH_LANGUAGES, "userTask_signForCase", UserTask.class, t -> t.getDocumentations().clear()),
                planted(ModelRule.DOCUMENTED_IN_BOTH_LANGUAGES, "userTask_awaitAnswer", UserTask.class, t -> removeProperty(t, "doc.zh-CN")),
                planted(ModelRule.DECISION_IS_A_QUESTION_WITH_ANSWERS, "gateway_signed", ExclusiveGateway.class, g -> g.setName("Signed")),
                planted(ModelRule.DECISION_HAS_A_DEFAULT, "gateway_signed", ExclusiveGateway.class, g -> g.removeAttribute("default")),
                planted(ModelRule.DECISION_HAS_A_DEFAULT, "gateway_signed", ExclusiveGateway.class,
                        g -> g.getModelInstance().<SequenceFlow>getModelElementById("flow_signed").removeConditionExpression()),
                planted(ModelRule.NO_CASE_ENDS_BY_DEFAULT, "gateway_triageDecision", ExclusiveGateway.class,
                        g -> g.setDefault(g.getModelInstance().getModelElementById("flow_reject"))),
                planted(ModelRule.JOIN_STANDS_ALONE, "userTask_recallCustomer", SequenceFlow.class, "flow_retryDue",
                        flow -> redirect(flow, "userTask_recallCustomer")),
                planted(ModelRule.TASK_HAS_PEOPLE_FORM_AND_BUDGET, "userTask_signForCase", UserTask.class,
                        t -> t.setCamundaCandidateGroups(null)),
                planted(ModelRule.TASK_HAS_PEOPLE_FORM_AND_BUDGET, "userTask_signForCase", UserTask.class, t -> t.setCamundaFormRef("other")),
                planted(ModelRule.TASK_HAS_PEOPLE_FORM_AND_BUDGET, "userTask_signForCase", UserTask.class,
                        t -> removeProperty(t, "redress.clock")),
                planted(ModelRule.TASK_CALLING_A_CUSTOMER_EXCLUDES_WHO_SERVED, "userTask_recallCustomer", UserTask.class,
                        t -> removeProperty(t, "redress.notBy")),
                planted(ModelRule.DECISION_TABLE_IS_RELEASED_WITH_IT, "businessRuleTask_rateSeverity", BusinessRuleTask.class,
                        t -> t.setCamundaDecisionRefBinding("latest")),
                planted(ModelRule.CODE_IS_CALLED_BY_LISTED_NAME, "serviceTask_classify", ServiceTask.class,
                        t -> t.setCamundaClass("java.lang.Object")),
                planted(ModelRule.CODE_IS_CALLED_BY_LISTED_NAME, "serviceTask_classify", ServiceTask.class,
                        t -> t.setCamundaDelegateExpression("${dataSource}")),
                planted(ModelRule.TIMER_ASKS_FOR_A_MOMENT, "timer_retryDue", TimerEventDefinition.class,
                        t -> t.getTimeDate().setTextContent("${''.getClass()}")),
                planted(ModelRule.CLOCKED_PHASE_STOPS_ITS_CLOCK, "event_triaged", EndEvent.class, e -> e.getEventDefinitions().clear()),
                planted(ModelRule.NOTHING_HANGS_LOOSE, "event_merged", SequenceFlow.class, "flow_merge",
                        flow -> redirect(flow, "event_rejected")));
    }

    private static <T extends ModelElementInstance> Arguments planted(ModelRule rule, String culprit, Class<T> type, Consumer<T> violation) {
        return planted(rule, culprit, type, culprit, violation);
    }

    private static <T extends ModelElementInstance> Arguments planted(ModelRule rule, String culprit, Class<T> type, String changed,
            Consumer<T> violation) {
        return arguments(rule, culprit,
                (Consumer<BpmnModelInstance>) model -> violation.accept(type.cast(model.getModelElementById(changed))));
    }

    private static void redirect(SequenceFlow flow, String target) {
        flow.getTarget().getIncoming().remove(flow);
        var node = (org.camunda.bpm.model.bpmn.instance.FlowNode) flow.getModelInstance().getModelElementById(target);
        flow.setTarget(node);
        node.getIncoming().add(flow);
    }

    private static void removeProperty(org.camunda.bpm.model.bpmn.instance.BaseElement element, String name) {
        Arrays.stream(element.getExtensionElements().getElements().iterator().next().getChildElementsByType(CamundaProperty.class)
                .toArray(CamundaProperty[]::new)).filter(p -> name.equals(p.getCamundaName())).forEach(p -> p.getParentElement().removeChildElement(p));
    }
}
