package org.redress.process;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.redress.complaint.ComplaintLifecycle;
import org.redress.worklist.OpenTask;
import org.redress.worklist.TaskEngine;
import org.redress.worklist.TaskKind;
import org.springframework.stereotype.Component;

/** Completes and assigns tasks in the engine, after the module they belong to has taken the answers. */
@Component
class TaskEngineAdapter implements TaskEngine {

    private final TaskService tasks;
    private final ComplaintLifecycle complaints;
    private final ObjectMapper json;
    private final Map<String, TaskOutcome> outcomes;

    TaskEngineAdapter(TaskService tasks, ComplaintLifecycle complaints, ObjectMapper json, List<TaskOutcome> outcomes) {
        this.tasks = tasks;
        this.complaints = complaints;
        this.json = json;
        this.outcomes = outcomes.stream().collect(Collectors.toUnmodifiableMap(TaskOutcome::key, Function.identity()));
    }

    @Override
    public void complete(OpenTask task, Map<String, Object> answers) {
        if (task.kind() == TaskKind.CASE) {
            complaints.answered(task.subjectId(), task.key(), write(answers));
        }
        TaskOutcome outcome = outcomes.get(task.key());
        var route = outcome == null ? routing(answers) : outcome.take(task, new Answers(answers));
        AtOnce.unlessFaster(() -> tasks.complete(task.id(), route));
    }

    @Override
    public void assign(String taskId, @Nullable String username) {
        AtOnce.unlessFaster(() -> tasks.setAssignee(taskId, username));
    }

    /** A step that a designer added: its answers route the process as they are; dates in the one form timers understand. */
    private static Map<String, Object> routing(Map<String, Object> answers) {
        return answers.entrySet().stream()
                .filter(entry -> ModelValues.isSimple(entry.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> ModelValues.simple(entry.getValue())));
    }

    private String write(Map<String, Object> answers) {
        try {
            return json.writeValueAsString(answers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Answers that passed the form cannot be written", e);
        }
    }
}
