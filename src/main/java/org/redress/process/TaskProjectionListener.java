package org.redress.process;

import java.util.Date;
import java.util.List;
import java.util.Objects;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.redress.callback.CallQuestions;
import org.redress.worklist.OpenedTask;
import org.redress.worklist.TaskProjection;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Writes the rows of open work in the engine's own transaction. */
@Component
class TaskProjectionListener implements TaskListener {

    private static final String COLLECTED = "collected";

    private final ObjectProvider<TaskProjection> projection;
    private final ObjectProvider<OpenedTasks> opened;
    private final ObjectProvider<HandlerOfCase> handlers;
    private final ObjectProvider<CallQuestions> questions;

    TaskProjectionListener(ObjectProvider<TaskProjection> projection, ObjectProvider<OpenedTasks> opened,
            ObjectProvider<HandlerOfCase> handlers, ObjectProvider<CallQuestions> questions) {
        this.projection = projection;
        this.opened = opened;
        this.handlers = handlers;
        this.questions = questions;
    }

    @Override
    public void notify(DelegateTask task) {
        TaskProjection rows = projection.getObject();
        switch (task.getEventName()) {
            case EVENTNAME_CREATE -> create(rows, task);
            case EVENTNAME_ASSIGNMENT -> assign(rows, task);
            default -> rows.closed(task.getId(), visit(task));
        }
    }

    /** As the path of the case names it ({@link PathListener}). */
    private static String visit(DelegateTask task) {
        return task.getExecution().getActivityInstanceId();
    }

    /** While the work runs, tasks that open are collected instead of written: the caller writes them together. */
    static void collecting(List<OpenedTask> collected, Runnable work) {
        ThisTransaction.remember(TaskProjectionListener.class, COLLECTED, collected);
        try {
            work.run();
        } finally {
            ThisTransaction.forget(TaskProjectionListener.class, COLLECTED);
        }
    }

    @SuppressWarnings("unchecked")
    private void create(TaskProjection rows, DelegateTask task) {
        OpenedTask row = opened.getObject().describe(task);
        task.setDueDate(Date.from(row.dueAt()));
        List<OpenedTask> collected = (List<OpenedTask>) ThisTransaction.recall(TaskProjectionListener.class, COLLECTED);
        if (collected == null) {
            rows.opened(List.of(row));
        } else {
            collected.add(row);
        }
        takenCall(task);
        ThisTransaction.remember(TaskProjectionListener.class, task.getId(), String.valueOf(row.assignee()));
    }

    private void takenCall(DelegateTask task) {
        Long callId = task.getAssignee() == null ? null : Vars.ofInstance(task.getExecution(), Vars.CALL_ID);
        if (callId != null) {
            questions.getObject().taken(callId);
        }
    }

    /** The engine announces an assignee it had at creation once more: the row has it already. */
    private void assign(TaskProjection rows, DelegateTask task) {
        Object known = ThisTransaction.recall(TaskProjectionListener.class, task.getId());
        if (!Objects.equals(known, String.valueOf(task.getAssignee()))) {
            rows.assigned(task.getId(), task.getAssignee());
            handlers.getObject().follow(task);
            takenCall(task);
        }
    }
}
