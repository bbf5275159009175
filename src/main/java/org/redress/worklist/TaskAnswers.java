package org.redress.worklist;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.redress.shared.FieldProblem;
import org.redress.shared.Problem;
import org.redress.worklist.form.FormResult;
import org.redress.worklist.form.FormValidator;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A task's form with what it starts from, in the reader's language, and the check of what comes back. */
@Service
public class TaskAnswers {

    private final TaskForms forms;
    private final FormValidator validator;
    private final ObjectMapper json;

    TaskAnswers(TaskForms forms, FormValidator validator, ObjectMapper json) {
        this.forms = forms;
        this.validator = validator;
        this.json = json;
    }

    /** The form of a task. */
    public Sheet sheet(OpenTask task, Locale locale) {
        return new Sheet(schema(task, locale), forms.data(task, locale));
    }

    /** What the model asks for, in one sentence. */
    public String documentation(OpenTask task, Locale locale) {
        return forms.documentation(task, locale);
    }

    /** @throws Problem 422 naming every field that is wrong, in the language of the request */
    Map<String, Object> validated(OpenTask task, Map<String, Object> submitted) {
        Sheet sheet = sheet(task, LocaleContextHolder.getLocale());
        FormResult result = validator.validate(sheet.schema(), sheet.data(), submitted);
        List<FieldProblem> problems = Stream.concat(forms.contradictions(task, submitted).stream(), result.problems().stream()).toList();
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
        return result.answers();
    }

    private JsonNode schema(OpenTask task, Locale locale) {
        try {
            return json.readTree(forms.schema(task, locale));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The released form of " + task.key() + " is no JSON", e);
        }
    }

    /**
     * @param schema Camunda Form
     * @param data   values to begin with and option lists
     */
    public record Sheet(JsonNode schema, Map<String, Object> data) {
    }
}
