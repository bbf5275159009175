package org.redress.process.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A model that nobody can read is as good as none: the picture is checked like the rules. */
class DrawingTest {

    static final List<String> PROCESSES = ModelFiles.PROCESSES;

    /** Flows of the way a case takes when all goes well, in order. */
    private static final Map<String, List<String>> HAPPY_PATH = Map.of(
            "complaint", List.of("flow_captured", "flow_severityRated", "flow_teamProposed", "flow_classified", "flow_toHandling",
                    "flow_handlingStarted", "flow_teamOpen", "flow_toTriage", "flow_triageStarted", "flow_triageDone", "flow_triaged", "flow_assign",
                    "flow_toSign", "flow_signStarted", "flow_signDecided", "flow_signPhaseEnded", "flow_signed", "flow_resolveStarted",
                    "flow_toResolve", "flow_resolutionGiven", "flow_reviewed", "flow_accepted", "flow_toRecall", "flow_recallStarted",
                    "flow_toRecallCustomer", "flow_recalled", "flow_reached", "flow_recallPhaseEnded", "flow_solved", "flow_closedSolved",
                    "flow_handlingEnded"),
            "briefing", List.of("flow_wanted", "flow_toDraft", "flow_drafted", "flow_new", "flow_reviewed", "flow_publish", "flow_published"),
            "callback", List.of("flow_sampled", "flow_callDue", "flow_toCall", "flow_called", "flow_reached", "flow_callEnded", "flow_answered",
                    "flow_evaluated", "flow_noCase", "flow_evaluationRecorded"),
            "escalation", List.of("flow_stepTaken", "flow_told", "flow_supervised", "flow_answered", "flow_continue"),
            "extension", List.of("flow_extensionAsked", "flow_extensionDecided", "flow_approved", "flow_extended"));

    /** A flow that leaves the straight line. */
    private static final Map<String, String> ASIDE = Map.of("complaint", "flow_retry", "briefing", "flow_recount", "callback", "flow_retry", "escalation", "flow_reassign",
            "extension", "flow_refused");

    @ParameterizedTest
    @FieldSource("PROCESSES")
    void everythingIsDrawnAndReadable(String id) {
        var drawing = new Drawing(ModelFiles.process(id));

        assertThat(drawing.undrawn()).isEmpty();
        assertThat(drawing.overlappingShapes()).isEmpty();
        assertThat(drawing.outsideTheirParent()).isEmpty();
        assertThat(drawing.coveredLabels()).isEmpty();
        assertThat(drawing.slantingFlows()).isEmpty();
        assertThat(drawing.flowsThroughShapes()).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("PROCESSES")
    void happyPathIsOneStraightLine(String id) {
        var model = ModelFiles.process(id);
        var drawing = new Drawing(model);

        assertThat(HAPPY_PATH.get(id)).allMatch(drawing::isStraight, "straight and left to right");
        assertThat(HAPPY_PATH.get(id).stream().map(flow -> height(model, flow)).distinct()).hasSize(1);
        assertThat(drawing.isStraight(ASIDE.get(id))).isFalse();
    }

    @Test
    void aBadPictureIsSeen() {
        assertThat(after(move("userTask_signForCase", 150), Drawing::overlappingShapes)).isNotEmpty();
        assertThat(after(move("userTask_signForCase", 2000), Drawing::outsideTheirParent)).containsExactly("userTask_signForCase");
        assertThat(after(move("serviceTask_closeSolved", -3), Drawing::coveredLabels)).isEmpty();
        assertThat(after(move("serviceTask_closeSolved", -60), Drawing::coveredLabels)).contains("flow_solved on serviceTask_closeSolved");
        assertThat(after(move("event_merged", -110), Drawing::flowsThroughShapes)).isEmpty();
        assertThat(after(move("event_rejected", -120), Drawing::flowsThroughShapes)).contains("flow_merge through event_rejected");
        assertThat(after(model -> edge(model, "flow_signed").getWaypoints().iterator().next().setY(1), Drawing::slantingFlows))
                .containsExactly("flow_signed");
        assertThat(after(model -> shape(model, "event_merged").getParentElement().removeChildElement(shape(model, "event_merged")),
                drawing -> drawing.undrawn())).containsExactly("event_merged");
    }

    private static List<String> after(java.util.function.Consumer<BpmnModelInstance> spoil, Function<Drawing, List<String>> check) {
        var model = ModelFiles.process("complaint");
        spoil.accept(model);
        return check.apply(new Drawing(model));
    }

    private static java.util.function.Consumer<BpmnModelInstance> move(String element, double right) {
        return model -> {
            var bounds = shape(model, element).getBounds();
            bounds.setX(bounds.getX() + right);
        };
    }

    private static double height(BpmnModelInstance model, String flow) {
        return edge(model, flow).getWaypoints().iterator().next().getY();
    }

    private static BpmnShape shape(BpmnModelInstance model, String element) {
        return model.getModelElementById(element + "_di");
    }

    private static BpmnEdge edge(BpmnModelInstance model, String flow) {
        return model.getModelElementById(flow + "_di");
    }
}
