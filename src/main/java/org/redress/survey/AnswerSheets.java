package org.redress.survey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.redress.organisation.Role;
import org.redress.shared.Actor;
import org.redress.shared.Bilingual;
import org.redress.shared.Business;
import org.redress.shared.Problem;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One asking with what was answered, in the words of the version that was asked. */
@Service
@Transactional(readOnly = true)
public class AnswerSheets {

    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {
    };

    private final JdbcClient jdbc;
    private final Questionnaires questionnaires;
    private final QuestionnaireForms forms;
    private final Scales scales;
    private final MessageSource messages;
    private final ObjectMapper json;

    AnswerSheets(JdbcClient jdbc, Questionnaires questionnaires, QuestionnaireForms forms, Scales scales, MessageSource messages, ObjectMapper json) {
        this.jdbc = jdbc;
        this.questionnaires = questionnaires;
        this.forms = forms;
        this.scales = scales;
        this.messages = messages;
        this.json = json;
    }

    /** A question and its answer, as they were put. */
    public record Line(Bilingual question, Bilingual answer) {
    }

    /**
     * @param grade as its scale calls it; null where none was given
     * @param lines answers beyond the fixed questions, in the order of the form
     */
    public record Sheet(long id, Via via, Business business, @Nullable String team, @Nullable String employee, Instant doneAt, Instant askedAt,
            boolean reached, @Nullable Instant answeredAt, @Nullable Bilingual questionnaire, @Nullable String questionnaireCode,
            @Nullable Integer questionnaireVersion, @Nullable Bilingual scale, @Nullable Bilingual grade, @Nullable Meaning meaning,
            @Nullable Boolean appointmentKept, @Nullable String suggestion, @Nullable String outcome, @Nullable String agent,
            @Nullable String caseNumber, List<Line> lines) {
    }

    /** @throws Problem 404 for no such asking, 403 for a leader of another team */
    public Sheet read(Actor actor, long id) {
        Sheet sheet = jdbc.sql("select * from evaluation where id = ?").param(id).query(this::sheet).optional()
                .orElseThrow(() -> Problem.notFound("survey.problem.unknownAsking"));
        boolean wide = actor.hasAny(Role.CALLBACK_AGENT.name(), Role.COMPLAINT_SPECIALIST.name(), Role.DEPARTMENT_MANAGER.name(), Role.SERVICE_DIRECTOR.name());
        if (!wide && !actor.teams().contains(String.valueOf(sheet.team())) || actor.username().equals(sheet.employee())) {
            throw Problem.forbidden("survey.problem.notYours");
        }
        return sheet;
    }

    private Sheet sheet(ResultSet row, int number) throws SQLException {
        String code = row.getString("questionnaire");
        Integer version = row.getObject("questionnaire_version", Integer.class);
        Optional<Questionnaire> asked = code == null || version == null ? Optional.empty() : questionnaires.find(code, version);
        Optional<Scale> scale = Optional.ofNullable(row.getString("scale")).flatMap(scales::find);
        String rating = row.getString("rating");
        String meaning = row.getString("meaning");
        Map<String, Object> further = read(row.getString("answers"));
        return new Sheet(row.getLong("id"), Via.valueOf(row.getString("via")), Business.valueOf(row.getString("business")), row.getString("team"),
                row.getString("employee"), row.getObject("done_at", OffsetDateTime.class).toInstant(), row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("reached"), moment(row, "answered_at"), asked.map(Questionnaire::name).orElse(null), code, version,
                scale.map(Scale::name).orElse(null), rating == null ? null : scale.flatMap(found -> found.grade(rating)).map(Scale.Grade::name).orElse(null),
                meaning == null ? null : Meaning.valueOf(meaning), row.getObject("appointment_kept", Boolean.class), row.getString("suggestion"),
                row.getString("outcome"), row.getString("agent"), row.getString("case_number"),
                asked.map(found -> lines(forms.asked(found), further)).orElse(List.of()));
    }

    private List<Line> lines(JsonNode form, Map<String, Object> answers) {
        List<Line> lines = new ArrayList<>();
        for (JsonNode component : form.path("components")) {
            lines.addAll(lines(component, answers));
            Object answer = component.has("key") ? answers.get(component.path("key").asText()) : null;
            if (answer != null) {
                String english = component.path(component.has("label") ? "label" : "dateLabel").asText(component.path("key").asText());
                String chinese = component.path("properties").path("zh-CN." + (component.has("label") ? "label" : "dateLabel")).asText(english);
                lines.add(new Line(new Bilingual(english, chinese), said(component, answer)));
            }
        }
        return lines;
    }

    private Bilingual said(JsonNode component, Object answer) {
        if (answer instanceof Collection<?> several) {
            List<Bilingual> all = several.stream().map(each -> said(component, each)).toList();
            return new Bilingual(all.stream().map(Bilingual::en).collect(Collectors.joining(", ")), all.stream().map(Bilingual::zh).collect(Collectors.joining("、")));
        }
        for (JsonNode option : component.path("values")) {
            if (option.path("value").asText().equals(answer.toString())) {
                String english = option.path("label").asText();
                return new Bilingual(english, component.path("properties").path("zh-CN.option." + answer).asText(english));
            }
        }
        return answer instanceof Boolean yes ? both("survey.answer." + (yes ? "yes" : "no")) : new Bilingual(answer.toString(), answer.toString());
    }

    private Bilingual both(String key) {
        return new Bilingual(messages.getMessage(key, null, Locale.ENGLISH), messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE));
    }

    private Map<String, Object> read(String answers) {
        try {
            return json.readValue(answers, ANSWERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored answers are no JSON", e);
        }
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
