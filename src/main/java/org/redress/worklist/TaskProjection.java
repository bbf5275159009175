package org.redress.worklist;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Where the process writes the rows of open work, in its own transaction. */
public interface TaskProjection {

    /** All in one statement. */
    void opened(List<OpenedTask> tasks);

    /** @param assignee null when the task was given back */
    void assigned(String taskId, @Nullable String assignee);

    /** The step is over: what is measured of it is kept. @param visitId the visit of the step in the path of the case */
    void closed(String taskId, String visitId);

    /**
     * The task goes on in another version of its process: its row follows, and so does what somebody has typed.
     *
     * @param other   whether it asks something else now, or somebody else: who has it open must know
     * @param moments whether its due moments follow too
     */
    void moved(OpenTask before, OpenedTask after, boolean other, boolean moments);

    /** The subject's facts changed (severity, category, team): its rows follow. */
    void subjectChanged(TaskSubject subject);

    /** A clock moved: due moments of one row follow. @param workMinutes working time from the start on, as in {@link OpenedTask} */
    void rescheduled(String taskId, Instant dueAt, Instant startBy, int workMinutes, Instant criticalAt);
}
