package org.redress.process.models;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Stream.concat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/** What every process model of the house must keep; each rule names the elements that break it. */
enum ModelRule {

    EXECUTABLE_VERSIONED_AND_KEPT_FIVE_YEARS(model -> all(model, Process.class).filter(p -> !p.isExecutable()
            || p.getCamundaVersionTag() == null || !"P1825D".equals(p.getCamundaHistoryTimeToLiveString()))),

    ID_SAYS_WHAT_IT_IS(model -> all(model, FlowElement.class).filter(e -> !e.getId().matches(idPrefix(e) + "_[a-z][A-Za-z]+"))),

    NAMED_IN_BOTH_LANGUAGES(model -> concat(all(model, Process.class).filter(p -> !bilingual(p, p.getName())),
            all(model, FlowElement.class).filter(e -> mustBeNamed(e) ? !bilingual(e, e.getName())
                    : e.getName() != null && !bilingual(e, e.getName())))),

    DOCUMENTED_IN_BOTH_LANGUAGES(model -> concat(
            concat(all(model, Process.class), all(model, UserTask.class)).filter(e -> e.getDocumentations().isEmpty()
                    || !documentation(e).contains("Why:") || !documentation(e).contains("Who:") || !documentation(e).contains("Basis:")),
            all(model, BaseElement.class).filter(e -> e.getDocumentations().isEmpty() == properties(e).containsKey("doc.zh-CN")))),

    DECISION_IS_A_QUESTION_WITH_ANSWERS(model -> splits(model).filter(g -> g.getName() == null || !g.getName().endsWith("?")
            || g.getOutgoing().stream().anyMatch(flow -> flow.getName() == null))),

    DECISION_HAS_A_DEFAULT(model -> splits(model).filter(g -> g.getDefault() == null || g.getDefault().getConditionExpression() != null
            || g.getOutgoing().stream().anyMatch(flow -> flow != g.getDefault() && flow.getConditionExpression() == null))),

    NO_CASE_ENDS_BY_DEFAULT(model -> splits(model)
            .filter(g -> g.getDefault() != null && g.getDefault().getTarget() instanceof EndEvent)),

    JOIN_STANDS_ALONE(model -> concat(
            all(model, Gateway.class).filter(g -> g.getIncoming().size() > 1 && g.getOutgoing().size() != 1),
            all(model, Activity.class).filter(a -> a.getIncoming().size() > 1))),

    TASK_HAS_PEOPLE_FORM_AND_BUDGET(model -> all(model, UserTask.class).filter(t -> t.getCamundaCandidateGroups() == null
            || !t.getId().equals(t.getCamundaFormRef()) || !"deployment".equals(t.getCamundaFormRefBinding())
            || !Allowed.CLOCKS.contains(properties(t).getOrDefault("redress.clock", ""))
            || !properties(t).getOrDefault("redress.workMinutes", "").matches("[1-9]\\d*"))),

    TASK_CALLING_A_CUSTOMER_EXCLUDES_WHO_SERVED(model -> all(model, UserTask.class)
            .filter(t -> "CALLBACK_AGENT".equals(t.getCamundaCandidateGroups()) && !properties(t).containsKey("redress.notBy"))),

    DECISION_TABLE_IS_RELEASED_WITH_IT(model -> all(model, BusinessRuleTask.class)
            .filter(t -> !ModelFiles.DECISIONS.contains(t.getCamundaDecisionRef()) || !"deployment".equals(t.getCamundaDecisionRefBinding()))),

    CODE_IS_CALLED_BY_LISTED_NAME(model -> concat(all(model, ScriptTask.class), all(model, ServiceTask.class)
            .filter(t -> t.getCamundaClass() != null || t.getCamundaExpression() != null || t.getCamundaDelegateExpression() == null
                    || !Allowed.DELEGATES.contains(t.getCamundaDelegateExpression().replaceAll("[${}]", ""))))),

    TIMER_ASKS_FOR_A_MOMENT(model -> all(model, TimerEventDefinition.class).filter(t -> t.getTimeDate() == null
            ? !Allowed.startsByCalendar(t) : Allowed.TIMER_DATES.stream().noneMatch(allowed -> allowed.matcher(t.getTimeDate().getTextContent()).matches()))),

    CLOCKED_PHASE_STOPS_ITS_CLOCK(model -> all(model, SubProcess.class).filter(ModelRule::isClocked)
            .flatMap(phase -> phase.getFlowElements().stream().filter(e -> e instanceof EndEvent end
                    && end.getEventDefinitions().stream().noneMatch(TerminateEventDefinition.class::isInstance)))),

    NOTHING_HANGS_LOOSE(model -> all(model, FlowNode.class).filter(n -> !entersByItself(n) && n.getIncoming().isEmpty()
            || !endsByItself(n) && n.getOutgoing().isEmpty()));

    private final Function<BpmnModelInstance, Stream<? extends BaseElement>> broken;

    ModelRule(Function<BpmnModelInstance, Stream<? extends BaseElement>> broken) {
        this.broken = broken;
    }

    /** Ids of the elements that break the rule. */
    List<String> brokenBy(BpmnModelInstance model) {
        return broken.apply(model).map(BaseElement::getId).distinct().toList();
    }

    static Map<String, String> properties(BaseElement element) {
        return Optional.ofNullable(element.getExtensionElements())
                .map(extensions -> extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                        .map(CamundaProperties::getCamundaProperties).flatMap(Collection::stream)
                        .collect(toMap(CamundaProperty::getCamundaName, CamundaProperty::getCamundaValue)))
                .orElse(Map.of());
    }

    static <T extends BaseElement> Stream<T> all(BpmnModelInstance model, Class<T> type) {
        return model.getModelElementsByType(type).stream();
    }

    static Stream<ExclusiveGateway> splits(BpmnModelInstance model) {
        return all(model, ExclusiveGateway.class).filter(g -> g.getOutgoing().size() > 1);
    }

    private static String documentation(BaseElement element) {
        return element.getDocumentations().iterator().next().getTextContent();
    }

    private static boolean mustBeNamed(FlowElement element) {
        return !(element instanceof SequenceFlow) && !(element instanceof Gateway gateway && gateway.getOutgoing().size() == 1);
    }

    private static boolean bilingual(BaseElement element, String name) {
        var properties = properties(element);
        return name != null && name.equals(properties.get("name.en"))
                && Allowed.CHINESE.matcher(properties.getOrDefault("name.zh-CN", "")).find() || isOneWordAnswer(properties, name);
    }

    /** "Yes" and "No" are one character each in Chinese. */
    private static boolean isOneWordAnswer(Map<String, String> properties, String name) {
        return name != null && name.equals(properties.get("name.en")) && Set.of("是", "否").contains(properties.getOrDefault("name.zh-CN", ""));
    }

    private static String idPrefix(FlowElement element) {
        var type = element.getElementType().getTypeName();
        if (type.endsWith("Event")) {
            return "event";
        }
        if (type.endsWith("Gateway")) {
            return "gateway";
        }
        return "sequenceFlow".equals(type) ? "flow" : type;
    }

    private static boolean isClocked(SubProcess phase) {
        return phase.getFlowElements().stream().anyMatch(e -> e instanceof SubProcess clock && clock.triggeredByEvent()
                && clock.getFlowElements().stream().anyMatch(start -> start instanceof StartEvent event && !event.isInterrupting()));
    }

    private static boolean entersByItself(FlowNode node) {
        return node instanceof StartEvent || "boundaryEvent".equals(node.getElementType().getTypeName())
                || node instanceof SubProcess sub && sub.triggeredByEvent();
    }

    private static boolean endsByItself(FlowNode node) {
        return node instanceof EndEvent || node instanceof SubProcess sub && sub.triggeredByEvent();
    }

    /** What a model may refer to; held apart because an enum's constants cannot see its own static fields. */
    private static final class Allowed {

        static final Set<String> CLOCKS = Set.of("FIRST_CONTACT", "ASSIGN", "SIGN", "RESOLVE", "PROMISE", "RECALL", "OUTSIDE", "CALL_WINDOW", "REVIEW");
        static final Set<String> DELEGATES = Set.of("classifyComplaint", "climbLadder", "tellRecipients", "tellOutsideBody",
                "reassignCase", "takeOverCase", "extendClocks", "refuseExtension", "resumeComplaint", "closeComplaint", "reopenComplaint",
                "lapseCall", "giveUpCall", "respectWish", "recordEvaluation", "openComplaint",
                "startBriefing", "draftBriefing", "publishBriefing", "dropBriefing");
        private static final List<Pattern> TIMER_DATES = Stream.of("\\$\\{clock\\.outsideRight\\(complaintId\\)}", "\\$\\{clock\\.nextStep\\(complaintId,'[A-Z_]+'\\)}",
                "\\$\\{clock\\.waitingLimit\\(complaintId\\)}", "\\$\\{call\\.windowEnd\\(callId\\)}", "\\$\\{retryAt}").map(Pattern::compile).toList();

        /** Starts a process again and again: six fields of a calendar, never more often than once a day. */
        private static boolean startsByCalendar(TimerEventDefinition timer) {
            return timer.getParentElement() instanceof StartEvent && timer.getTimeCycle() != null
                    && timer.getTimeCycle().getTextContent().matches("\\d+ \\d+ \\d+ [0-9,*?]+ [0-9,*]+ (\\?|[A-Z]{3})");
        }

        private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}{2,}");
    }
}
