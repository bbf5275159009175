package org.redress.worklist;

import org.jspecify.annotations.Nullable;

/** How long the steps of the work take: measured where enough of them have been done, otherwise as their model says. */
public interface StepTimes {

    /** Done so often, a step's measured time is believed. */
    int ENOUGH = 20;
    /** Done so often in one severity, that severity has a time of its own. */
    int ENOUGH_OF_SEVERITY = 30;

    /**
     * @param taskKey      id of the user task in the model
     * @param severity     null where it has none
     * @param modelMinutes what the model says, for a step that was not done often enough
     */
    StepTime of(String taskKey, @Nullable String severity, int modelMinutes);

    /**
     * Working minutes from the opening of a step to its end.
     *
     * @param usual   half of them are done in this time
     * @param safe    four fifths of them are done in this time
     * @param samples how many were measured, 0 where the model said
     */
    record StepTime(int usual, int safe, int samples) {
    }
}
