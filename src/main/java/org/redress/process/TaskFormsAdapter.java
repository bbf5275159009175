package org.redress.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.jspecify.annotations.Nullable;
import org.redress.briefing.BriefingSteps;
import org.redress.callback.CallQuestions;
import org.redress.callback.FollowUpCalls;
import org.redress.complaint.CaseSheet;
import org.redress.complaint.CaseSheets;
import org.redress.complaint.Categories;
import org.redress.organisation.Organisation;
import org.redress.organisation.Team;
import org.redress.shared.FieldProblem;
import org.redress.survey.Questionnaire;
import org.redress.survey.QuestionnaireForms;
import org.redress.worklist.OpenTask;
import org.redress.worklist.TaskForms;
import org.redress.worklist.TaskKind;
import org.redress.worklist.form.FormTranslation;
import org.springframework.stereotype.Component;

/** The form of a task in the reader's language, with what is known already, so that nothing is typed twice (WCAG 3.3.7). */
@Component
class TaskFormsAdapter implements TaskForms {

    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {
    };

    private static final String CALL = "userTask_callCustomer";
    private static final String TRIAGE = "userTask_triageComplaint";
    private static final String CONTINUED = "userTask_resolveComplaint";

    private final FormLibrary forms;
    private final ModelLibrary models;
    private final Organisation organisation;
    private final Categories categories;
    private final CaseSheets sheets;
    private final FollowUpCalls calls;
    private final BriefingSteps briefings;
    private final CallQuestions questions;
    private final QuestionnaireForms asked;
    private final ObjectMapper json;

    TaskFormsAdapter(FormLibrary forms, ModelLibrary models, Organisation organisation, Categories categories, CaseSheets sheets,
            FollowUpCalls calls, BriefingSteps briefings, CallQuestions questions, QuestionnaireForms asked, ObjectMapper json) {
        this.forms = forms;
        this.models = models;
        this.organisation = organisation;
        this.categories = categories;
        this.sheets = sheets;
        this.calls = calls;
        this.briefings = briefings;
        this.questions = questions;
        this.asked = asked;
        this.json = json;
    }

    /** A call asks the questionnaire it was taken with; every other step the form it was released with. */
    @Override
    public String schema(OpenTask task, Locale locale) {
        return CALL.equals(task.key()) ? FormTranslation.in(locale, asked.asked(questions.of(task.subjectId()))).toString()
                : forms.text(FormReference.parse(task.form()), locale);
    }

    /** A client that thinks in another scale must not have its answer read in ours. */
    @Override
    public List<FieldProblem> contradictions(OpenTask task, Map<String, Object> submitted) {
        Object scale = CALL.equals(task.key()) ? submitted.get("scale") : null;
        if (scale == null || scale.toString().isBlank()) {
            return List.of();
        }
        String own = questions.of(task.subjectId()).scale();
        return own.equals(scale.toString()) ? List.of() : List.of(FieldProblem.of("scale", "process.problem.otherScale", scale, own));
    }

    @Override
    public String documentation(OpenTask task, Locale locale) {
        return models.text(task.definitionId(), task.key()).documentation().in(locale);
    }

    @Override
    public Map<String, Object> data(OpenTask task, Locale locale) {
        Map<String, Object> data = new LinkedHashMap<>();
        if (task.kind() == TaskKind.CASE) {
            CaseSheet sheet = sheets.of(task.subjectId(), task.key());
            if (CONTINUED.equals(task.key())) {
                data.putAll(earlier(sheet));
            }
            put(data, "category", sheet.category());
            put(data, "team", sheet.team() == null ? proposed(task, sheet) : sheet.team());
        }
        if (task.kind() == TaskKind.BRIEFING) {
            data.putAll(BriefingOutcome.fields(briefings.words(task.subjectId())));
        }
        if (CALL.equals(task.key())) {
            Questionnaire questionnaire = questions.of(task.subjectId());
            data.put("questionnaire", Map.of("code", questionnaire.code(), "version", questionnaire.version(), "scale", questionnaire.scale()));
            return data;
        }
        JsonNode form = forms.form(FormReference.parse(task.form()));
        if (asksFor(form, "teams")) {
            data.put("teams", organisation.teams().stream().map(team -> option(team.code(), team.name().in(locale))).toList());
        }
        // Of the forms only triage needs the tree, which costs a statement.
        if (asksFor(form, "categories")) {
            data.put("categories", categories.leaves().stream().map(each -> option(each.code(), each.name().in(locale))).toList());
        }
        return data;
    }

    /** The team whose work the customer was asked about; not again for a case that was decided on before and came back. */
    private @Nullable String proposed(OpenTask task, CaseSheet sheet) {
        if (!TRIAGE.equals(task.key()) || sheet.callId() == null || sheet.lastAnswers() != null) {
            return null;
        }
        String team = calls.record(sheet.callId()).team();
        return team == null ? null : organisation.team(team).filter(Team::active).map(Team::code).orElse(null);
    }

    private static boolean asksFor(JsonNode form, String list) {
        return form.findValuesAsText("valuesKey").contains(list)
                || form.findValuesAsText("valuesExpression").stream().anyMatch(expression -> expression.contains(list));
    }

    /** A resolution that came back for rework starts from what was written; every other step is a new decision. */
    private Map<String, Object> earlier(CaseSheet sheet) {
        if (sheet.lastAnswers() == null) {
            return Map.of();
        }
        try {
            return json.readValue(sheet.lastAnswers(), ANSWERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored answers of " + sheet.number() + " cannot be read", e);
        }
    }

    private static void put(Map<String, Object> data, String key, @Nullable String value) {
        if (value != null) {
            data.putIfAbsent(key, value);
        }
    }

    private static Map<String, String> option(String value, String label) {
        return Map.of("value", value, "label", label);
    }
}
