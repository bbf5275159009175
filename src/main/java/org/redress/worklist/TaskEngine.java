package org.redress.worklist;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Port to the process engine, in the worklist's words. Every call joins the running transaction. */
public interface TaskEngine {

    /**
     * Ends a task with validated answers: the facts are written by the module they belong to, then the process goes on.
     *
     * @throws org.redress.shared.Problem 409 when the task is gone or the case does not allow the step
     */
    void complete(OpenTask task, Map<String, Object> answers);

    /** @param username null gives the task back */
    void assign(String taskId, @Nullable String username);
}
