package org.redress.process;

import java.util.Date;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.redress.complaint.ComplaintLifecycle;
import org.redress.worklist.OpenTask;
import org.redress.worklist.OpenWork;
import org.redress.worklist.TaskKind;
import org.redress.worklist.TaskProjection;
import org.springframework.stereotype.Component;

/** Lets the open steps of a case follow its clocks and facts: due moments in the engine and in the list, in the transaction that moves them. */
@Component
class RowsOfCase {

    private final ProcessEngineConfigurationImpl engine;
    private final OpenWork openWork;
    private final OpenedTasks opened;
    private final TaskProjection projection;
    private final ComplaintLifecycle complaints;

    RowsOfCase(ProcessEngineConfigurationImpl engine, OpenWork openWork, OpenedTasks opened, TaskProjection projection,
            ComplaintLifecycle complaints) {
        this.engine = engine;
        this.openWork = openWork;
        this.opened = opened;
        this.projection = projection;
        this.complaints = complaints;
    }

    void follow(long caseId) {
        projection.subjectChanged(complaints.subject(caseId));
        for (OpenTask row : openWork.of(TaskKind.CASE, caseId)) {
            OpenedTasks.Moments moments = opened.momentsOf(row);
            if (!row.dueAt().equals(moments.dueAt()) || !row.startBy().equals(moments.startBy()) || !row.criticalAt().equals(moments.criticalAt())) {
                projection.rescheduled(row.id(), moments.dueAt(), moments.startBy(), moments.criticalAt());
                engine.getCommandExecutorTxRequired().execute(context -> {
                    TaskEntity task = context.getTaskManager().findTaskById(row.id());
                    if (task != null) {
                        task.setDueDate(Date.from(moments.dueAt()));
                    }
                    return null;
                });
            }
        }
    }
}
