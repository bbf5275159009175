package org.redress.process;

import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.jspecify.annotations.Nullable;
import org.redress.process.MigrationPlans.Prepared;
import org.redress.process.ModelShape.Node;
import org.redress.studio.CaseMigrations.Work;
import org.redress.worklist.OpenTask;
import org.redress.worklist.OpenWork;
import org.redress.worklist.OpenedTask;
import org.redress.worklist.TaskProjection;
import org.springframework.stereotype.Component;

/** Lets tasks and their rows of open work follow an instance to another version: the same task in the same hands, unless the new version offers it to others. */
@Component
class MovedTasks {

    private final ProcessEngineConfigurationImpl engine;
    private final TaskService tasks;
    private final OpenWork openWork;
    private final OpenedTasks opened;
    private final TaskProjection rows;
    private final CaseForesight foresight;

    MovedTasks(ProcessEngineConfigurationImpl engine, TaskService tasks, OpenWork openWork, OpenedTasks opened, TaskProjection rows, CaseForesight foresight) {
        this.engine = engine;
        this.tasks = tasks;
        this.openWork = openWork;
        this.opened = opened;
        this.rows = rows;
        this.foresight = foresight;
    }

    /** @param ofCase whether its clocks say when it is due; other tasks keep their due moments */
    void follow(Prepared plan, String instance, boolean ofCase) {
        // A task tells whom it is offered to as it was read: what is written of it first is read anew after that.
        each(instance, task -> rename(plan, task));
        each(instance, task -> follow(plan, task, ofCase));
    }

    private void each(String instance, Consumer<TaskEntity> act) {
        engine.getCommandExecutorTxRequired().execute(context -> {
            tasks.createTaskQuery().processInstanceId(instance).list().forEach(task -> act.accept((TaskEntity) task));
            return null;
        });
    }

    private void rename(Prepared plan, TaskEntity task) {
        openWork.find(task.getId()).filter(before -> work(plan, before, task) == Work.OFFERED_ANEW).ifPresent(any -> offerAnew(task));
        Expression name = task.getTaskDefinition().getNameExpression();
        if (name != null) {
            task.setName(String.valueOf(name.getValue(task.getExecution())));
        }
    }

    private Work work(Prepared plan, OpenTask before, TaskEntity task) {
        return foresight.work(plan, plan.before().node(before.key()), plan.after().node(task.getTaskDefinitionKey()));
    }

    private void follow(Prepared plan, TaskEntity task, boolean ofCase) {
        OpenTask before = openWork.find(task.getId()).orElse(null);
        if (before == null) {
            return;
        }
        Node from = plan.before().node(before.key());
        Node to = plan.after().node(task.getTaskDefinitionKey());
        OpenedTask after = opened.describe(task);
        if (ofCase) {
            task.setDueDate(Date.from(after.dueAt()));
        }
        boolean other = work(plan, before, task) == Work.OFFERED_ANEW || !before.key().equals(after.key())
                || from != null && to != null && !foresight.sameForm(plan, from, to);
        rows.moved(before, after, other, ofCase);
    }

    private static void offerAnew(TaskEntity task) {
        TaskDefinition definition = task.getTaskDefinition();
        for (IdentityLink link : List.copyOf(task.getCandidates())) {
            if (IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null) {
                task.deleteCandidateGroup(link.getGroupId());
            }
        }
        Set<String> groups = definition.getCandidateGroupIdExpressions().stream().map(group -> group.getValue(task.getExecution())).filter(Objects::nonNull)
                .map(String::valueOf).collect(Collectors.toSet());
        groups.forEach(task::addCandidateGroup);
        task.setAssignee(assignee(definition, task));
    }

    private static @Nullable String assignee(TaskDefinition definition, TaskEntity task) {
        Expression assignee = definition.getAssigneeExpression();
        Object value = assignee == null ? null : assignee.getValue(task.getExecution());
        return value == null ? null : value.toString();
    }
}
