package org.redress.survey;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import org.redress.shared.FieldProblem;
import org.redress.worklist.Conditions;
import org.springframework.stereotype.Component;

/**
 * What a form must be to be asked in a call: questions the call relies on, of the right kind; every text in both languages; nothing in it but
 * questions, texts and conditions that compare. Each problem names its component.
 */
@Component
class QuestionnaireCheck {

    private static final int LARGEST = 200_000;
    private static final int MOST_COMPONENTS = 80;
    private static final int DEEPEST = 6;
    private static final int LONGEST_EXPRESSION = 1000;
    private static final Set<String> QUESTIONS = Set.of("textfield", "textarea", "number", "checkbox", "radio", "select", "checklist", "taglist",
            "datetime");
    private static final Set<String> LAYOUT = Set.of("text", "group", "separator", "spacer");
    private static final Set<String> CHOICE = Set.of("radio", "select");
    private static final Set<String> SEVERAL = Set.of("radio", "select", "checklist", "taglist");
    private static final Set<String> WORDS = Set.of("textfield", "textarea");
    /** What the fixed questions of a call must be, by their key. */
    private static final Map<String, Set<String>> FIXED = Map.of("reached", Set.of("radio", "checkbox"), "rating", CHOICE,
            "appointmentKept", Set.of("radio", "checkbox"), "suggestion", WORDS, "complaint", Set.of("checkbox", "radio"),
            "complaintSummary", WORDS, "retryAt", Set.of("datetime"));
    private static final Map<String, Integer> LONGEST = Map.of("suggestion", 2000, "complaintSummary", 300);
    private static final List<String> TEXTS = List.of("label", "dateLabel", "timeLabel", "description", "text");
    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
    private static final Pattern LOOP = Pattern.compile("\\b(for|some|every|function|external|instance)\\b");
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{");

    private final Conditions conditions;

    QuestionnaireCheck(Conditions conditions) {
        this.conditions = conditions;
    }

    /** @param scale code of the scale the questionnaire is rated by */
    List<FieldProblem> problems(JsonNode form, String scale, List<Scale> scales) {
        if (!"default".equals(form.path("type").asText()) || !form.path("components").isArray()) {
            return List.of(FieldProblem.of("form", "survey.check.noForm"));
        }
        if (form.toString().length() > LARGEST) {
            return List.of(FieldProblem.of("form", "survey.check.large", LARGEST / 1000));
        }
        Run run = new Run(scales);
        run.components(form.path("components"), 1);
        run.needs("reached");
        run.rating(scale);
        return List.copyOf(run.found);
    }

    private final class Run {

        private final List<Scale> scales;
        private final List<FieldProblem> found = new ArrayList<>();
        private final Map<String, JsonNode> questions = new java.util.HashMap<>();
        private final Set<String> twice = new HashSet<>();
        private int count;

        Run(List<Scale> scales) {
            this.scales = scales;
        }

        void components(JsonNode components, int depth) {
            for (JsonNode component : components) {
                String type = component.path("type").asText();
                if (++count > MOST_COMPONENTS || depth > DEEPEST) {
                    say("survey.check.many", MOST_COMPONENTS, DEEPEST);
                    return;
                }
                if (QUESTIONS.contains(type)) {
                    question(component, type);
                } else if (!LAYOUT.contains(type)) {
                    say("survey.check.type", name(component), type);
                } else if (!component.path("path").asText().isBlank()) {
                    say("survey.check.path", name(component));
                }
                texts(component);
                expressions(component, component);
                components(component.path("components"), depth + 1);
            }
        }

        void needs(String key) {
            if (!questions.containsKey(key)) {
                say("survey.check.missing", key);
            }
        }

        void rating(String scale) {
            needs("rating");
            JsonNode rating = questions.get("rating");
            if (rating != null && !scale.equals(rating.path("properties").path(QuestionnaireForms.SCALE).asText())) {
                say("survey.check.ratingScale", scale);
            }
        }

        private void question(JsonNode component, String type) {
            String key = component.path("key").asText();
            if (!KEY.matcher(key).matches() || "scale".equals(key)) {
                say("survey.check.key", key);
            } else if (questions.putIfAbsent(key, component) != null && twice.add(key)) {
                say("survey.check.twice", key);
            }
            Set<String> kinds = FIXED.get(key);
            if (kinds != null && !kinds.contains(type)) {
                say("survey.check.kind", key, String.join(", ", kinds.stream().sorted().toList()));
            }
            Integer longest = LONGEST.get(key);
            if (longest != null && component.path("validate").path("maxLength").asInt(Integer.MAX_VALUE) > longest) {
                say("survey.check.length", key, longest);
            }
            JsonNode named = component.path("properties").path(QuestionnaireForms.SCALE);
            boolean empty = component.path("values").isEmpty() && !component.has("valuesExpression");
            if (SEVERAL.contains(type) && !named.isTextual() && (component.has("valuesKey") || empty)) {
                say("survey.check.options", key);
            }
            if (named.isTextual() && (!CHOICE.contains(type) || scales.stream().noneMatch(each -> each.active() && each.code().equals(named.asText())))) {
                say("survey.check.scale", key, named.asText());
            }
        }

        /** Whatever is said in English is said in Chinese; the grades of a scale bring their own words. */
        private void texts(JsonNode component) {
            for (String text : TEXTS) {
                if (component.path(text).isTextual() && !component.path(text).asText().isBlank()) {
                    chinese(component, text);
                    if (TEMPLATE.matcher(component.path(text).asText() + component.path("properties").path("zh-CN." + text).asText()).find()) {
                        say("survey.check.template", name(component));
                    }
                }
            }
            if (QUESTIONS.contains(component.path("type").asText()) && component.path("label").asText().isBlank()
                    && component.path("dateLabel").asText().isBlank() && component.path("timeLabel").asText().isBlank()) {
                say("survey.check.label", name(component));
            }
            if (component.path("validate").path("patternErrorMessage").isTextual()) {
                chinese(component, "validate.patternErrorMessage");
            }
            if (!component.path("properties").path(QuestionnaireForms.SCALE).isTextual()) {
                component.path("values").forEach(option -> chinese(component, "option." + option.path("value").asText()));
            }
        }

        private void chinese(JsonNode component, String text) {
            if (component.path("properties").path("zh-CN." + text).asText().isBlank()) {
                say("survey.check.chinese", name(component), "zh-CN." + text);
            }
        }

        /** Every text that begins with "=", wherever it stands, is an expression. */
        private void expressions(JsonNode component, JsonNode node) {
            node.fields().forEachRemaining(field -> {
                if (!"components".equals(field.getKey())) {
                    expressions(component, field.getValue());
                }
            });
            if (node.isArray()) {
                node.forEach(each -> expressions(component, each));
            }
            String text = node.isTextual() ? node.asText().strip() : "";
            if (text.startsWith("=") && !allowed(text.substring(1))) {
                say("survey.check.expression", name(component), text);
            }
        }

        private boolean allowed(String expression) {
            return expression.length() <= LONGEST_EXPRESSION && !LOOP.matcher(expression).find() && conditions.isReadable(expression);
        }

        private void say(String key, Object... args) {
            found.add(FieldProblem.of("form", key, args));
        }

        private String name(JsonNode component) {
            String key = component.path("key").asText();
            return key.isEmpty() ? component.path("id").asText("?") : key;
        }
    }
}
