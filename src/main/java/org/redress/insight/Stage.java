package org.redress.insight;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Where the time of a case goes (滞留环节); what it goes to most is the cause of its lateness. */
public enum Stage {
    /** Waits for a team (待派单). */ ASSIGNMENT("assignment", "userTask_triageComplaint"),
    /** Waits for the team to sign (待签收). */ SIGNING("signing", "userTask_signForCase"),
    /** The team works on it (处理中). */ WORK("work", "userTask_resolveComplaint"),
    /** Waits for the customer or a third party (待客户或第三方). */ WAITING("waiting", "userTask_awaitAnswer"),
    /** Waits for the specialist's review (待审核). */ REVIEW("review", "userTask_reviewResolution"),
    /** Waits for the re-callback (待回访). */ RECALL("recall", "userTask_recallCustomer", "event_retryDue");

    /** Steps of other processes about the case; its own time goes on beside them. */
    private static final Set<String> BESIDE = Set.of("userTask_answerSupervisionOrder", "userTask_decideExtension");
    private static final String STEP = "userTask_";

    private final String column;
    private final Set<String> elements;

    Stage(String column, String... elements) {
        this.column = column;
        this.elements = Set.of(elements);
    }

    /** Of the table case_stage. */
    String column() {
        return column;
    }

    /** The stage of an element of the process; a step that a designer added is work. Empty for what takes no time. */
    static Optional<Stage> of(String elementId) {
        if (BESIDE.contains(elementId)) {
            return Optional.empty();
        }
        Optional<Stage> named = Arrays.stream(values()).filter(stage -> stage.elements.contains(elementId)).findFirst();
        return named.isPresent() || !elementId.startsWith(STEP) ? named : Optional.of(WORK);
    }
}
