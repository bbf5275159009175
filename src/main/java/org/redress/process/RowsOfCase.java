package org.redress.process;

import java.util.Date;
import java.util.Objects;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.redress.complaint.ComplaintLifecycle;
import org.redress.worklist.OpenTask;
import org.redress.worklist.OpenWork;
import org.redress.worklist.TaskKind;
import org.redress.worklist.TaskProjection;
import org.redress.worklist.TaskSubject;
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

    /** @param ending a step that is about to end and needs no row any more; null for none */
    void follow(long caseId, @Nullable String ending) {
        TaskSubject subject = complaints.subject(caseId);
        boolean told = false;
        for (OpenTask row : openWork.of(TaskKind.CASE, caseId)) {
            if (row.id().equals(ending)) {
                continue;
            }
            if (!told && !(Objects.equals(row.severity(), subject.severity()) && Objects.equals(row.caseTeam(), subject.caseTeam())
                    && row.flags().equals(subject.flags()))) {
                projection.subjectChanged(subject);
                told = true;
            }
            reschedule(row);
        }
    }

    private void reschedule(OpenTask row) {
        OpenedTasks.Moments moments = opened.momentsOf(row);
        if (row.dueAt().equals(moments.dueAt()) && row.startBy().equals(moments.start().by()) && row.criticalAt().equals(moments.criticalAt())) {
            return;
        }
        projection.rescheduled(row.id(), moments.dueAt(), moments.start().by(), moments.start().minutes(), moments.criticalAt());
        engine.getCommandExecutorTxRequired().execute(context -> {
            TaskEntity task = context.getTaskManager().findTaskById(row.id());
            if (task != null) {
                task.setDueDate(Date.from(moments.dueAt()));
            }
            return null;
        });
    }
}
