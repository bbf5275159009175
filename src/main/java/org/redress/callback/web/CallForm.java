package org.redress.callback.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.redress.shared.Actor;
import org.redress.shared.FieldProblem;
import org.redress.shared.Problem;
import org.redress.worklist.OpenTask;
import org.redress.worklist.TaskAnswers;
import org.redress.worklist.TaskDrafts;
import org.redress.worklist.form.PlainField;
import org.redress.worklist.form.PlainForm;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/** The form of a call on its sheet: filled, sent by the viewer or as plain fields, and shown again with what is wrong. */
@Component
class CallForm {

    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {
    };

    /** A field of the sheet itself. */
    private static final String RECORDING = "recording";

    private final TaskAnswers answers;
    private final TaskDrafts drafts;
    private final PlainForm plain;
    private final MessageSource messages;
    private final ObjectMapper json;

    CallForm(TaskAnswers answers, TaskDrafts drafts, PlainForm plain, MessageSource messages, ObjectMapper json) {
        this.answers = answers;
        this.drafts = drafts;
        this.plain = plain;
        this.messages = messages;
        this.json = json;
    }

    /**
     * @param typed    what was just sent and refused, null when the sheet is opened
     * @param problems what is wrong with it
     */
    void show(Model model, Actor agent, OpenTask task, @Nullable Map<String, Object> typed, List<FieldProblem> problems, Locale locale) {
        TaskAnswers.Sheet sheet = answers.sheet(task, locale);
        Map<String, Object> values = typed != null ? typed : drafts.find(agent, task).map(TaskDrafts.Draft::answers).orElse(Map.of());
        List<PlainField> fields = plain.fields(sheet.schema(), sheet.data(), values);
        Map<String, String> sentences = new LinkedHashMap<>();
        problems.forEach(problem -> sentences.putIfAbsent(problem.field(),
                String.valueOf(messages.getMessage(problem.key(), problem.args().toArray(), problem.key(), locale))));
        Map<String, String> linked = new LinkedHashMap<>();
        sentences.forEach((path, sentence) -> linked.put(
                fields.stream().filter(field -> field.path().equals(path)).map(PlainField::id).findFirst().orElse(RECORDING.equals(path) ? path : "answers-title"), sentence));
        model.addAttribute("documentation", answers.documentation(task, locale));
        model.addAttribute("fields", fields);
        model.addAttribute("fieldErrors", sentences);
        model.addAttribute("errors", linked);
        model.addAttribute("errorsJson", write(sentences));
    }

    Map<String, Object> read(OpenTask task, MultiValueMap<String, String> parameters, Locale locale) {
        String sent = parameters.getFirst("answers");
        if (sent == null || sent.isBlank()) {
            return plain.read(answers.sheet(task, locale).schema(), parameters);
        }
        try {
            return json.readValue(sent, ANSWERS);
        } catch (JsonProcessingException e) {
            throw Problem.badRequest("error.400.text");
        }
    }

    /** Nothing that was filled in gets lost with a refusal. */
    void keep(Actor agent, OpenTask task, Map<String, Object> filled) {
        drafts.save(agent, task, filled);
    }

    private String write(Map<String, String> sentences) {
        try {
            return json.writeValueAsString(sentences);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts always become JSON", e);
        }
    }
}
