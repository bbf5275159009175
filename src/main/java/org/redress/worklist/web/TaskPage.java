package org.redress.worklist.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Actor;
import org.redress.shared.FieldProblem;
import org.redress.worklist.OpenTask;
import org.redress.worklist.Staff;
import org.redress.worklist.TaskAnswers;
import org.redress.worklist.TaskContext;
import org.redress.worklist.TaskDesk;
import org.redress.worklist.TaskDrafts;
import org.redress.worklist.TaskRights;
import org.redress.worklist.WorkQuery;
import org.redress.worklist.form.PlainField;
import org.redress.worklist.form.PlainForm;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Puts together what the page of one task shows. */
@Component
class TaskPage {

    private final TaskDesk desk;
    private final TaskAnswers answers;
    private final TaskDrafts drafts;
    private final TaskContext context;
    private final WorkQuery query;
    private final RowViews rows;
    private final Staff staff;
    private final PlainForm plain;
    private final MessageSource messages;
    private final ObjectMapper json;

    TaskPage(TaskDesk desk, TaskAnswers answers, TaskDrafts drafts, TaskContext context, WorkQuery query, RowViews rows, Staff staff,
            PlainForm plain, MessageSource messages, ObjectMapper json) {
        this.desk = desk;
        this.answers = answers;
        this.drafts = drafts;
        this.context = context;
        this.query = query;
        this.rows = rows;
        this.staff = staff;
        this.plain = plain;
        this.messages = messages;
        this.json = json;
    }

    /**
     * @param typed    what was just sent and refused, null when the page is opened
     * @param problems what is wrong with it
     */
    void fill(Model model, Actor actor, OpenTask task, @Nullable Map<String, Object> typed, List<FieldProblem> problems, Locale locale) {
        TaskRights rights = desk.rights(actor, task);
        model.addAttribute("task", task);
        model.addAttribute("row", rows.page(actor, locale).row(task, query.groupOf(task)));
        model.addAttribute("rights", rights);
        model.addAttribute("documentation", answers.documentation(task, locale));
        model.addAttribute("facts", context.facts(task, locale));
        model.addAttribute("subjectHref", context.href(task));
        model.addAttribute("candidates", rights.assign() ? staff.candidates(task) : List.of());
        model.addAttribute("skip", WorkQuery.after(task).encode());
        if (rights.complete()) {
            TaskAnswers.Sheet sheet = answers.sheet(task, locale);
            Map<String, Object> values = typed != null ? typed : drafts.find(actor, task).map(TaskDrafts.Draft::answers).orElse(Map.of());
            List<PlainField> fields = plain.fields(sheet.schema(), sheet.data(), values);
            model.addAttribute("fields", fields);
            model.addAttribute("fieldErrors", messagesOf(problems, locale));
            model.addAttribute("errors", linked(problems, fields, locale));
            model.addAttribute("errorsJson", write(messagesOf(problems, locale)));
        }
    }

    /** Sentences by path. */
    private Map<String, String> messagesOf(List<FieldProblem> problems, Locale locale) {
        Map<String, String> texts = new LinkedHashMap<>();
        problems.forEach(problem -> texts.putIfAbsent(problem.field(), messages.getMessage(problem.key(), problem.args().toArray(), locale)));
        return texts;
    }

    /** Sentences by the id of the field they are about, for the summary's links. */
    private Map<String, String> linked(List<FieldProblem> problems, List<PlainField> fields, Locale locale) {
        Map<String, String> linked = new LinkedHashMap<>();
        messagesOf(problems, locale).forEach((path, text) -> linked.put(
                fields.stream().filter(field -> field.path().equals(path)).map(PlainField::id).findFirst().orElse("task-form"), text));
        return linked;
    }

    private String write(Map<String, String> texts) {
        try {
            return json.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are always JSON", e);
        }
    }
}
