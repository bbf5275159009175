package org.redress.survey;

import org.jspecify.annotations.Nullable;

/** Port to the company's table evaluation.dmn: what an answer means, however it came in. */
public interface Judgement {

    /**
     * @param complaint the customer complained besides
     * @param meaning   of the grade, null where none was given
     * @return COMPLAINT, DISSATISFIED, NEUTRAL, SATISFIED or UNRATED
     */
    String outcome(boolean complaint, @Nullable Meaning meaning);

    /** Whether such an answer is investigated (CP-15). */
    static boolean needsCase(String outcome) {
        return "COMPLAINT".equals(outcome) || "DISSATISFIED".equals(outcome);
    }
}
