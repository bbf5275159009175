package org.redress.process.models;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.complaint.LiableParty;
import org.redress.complaint.Remedy;
import org.redress.complaint.Verdict;
import org.redress.deadline.Severity;

class FormsTest {

    static final List<String> FORMS = ModelFiles.forms();

    /** What completing a task carries: promised to clients. */
    private static final Map<String, Set<String>> PROMISED = Map.of(
            "userTask_callCustomer", Set.of("reached", "appointmentKept", "rating", "suggestion", "complaint", "complaintSummary",
                    "retryAt"),
            "userTask_triageComplaint", Set.of("decision", "team", "category", "severity", "severityReason", "mergeInto", "reason"),
            "userTask_signForCase", Set.of("decision", "reason"),
            "userTask_resolveComplaint", Set.of("contactedCustomerAt", "customerStatement", "employeeStatement", "finding", "remedies", "amount",
                    "rootCause", "basisForResolution"),
            "userTask_awaitAnswer", Set.of("answer"),
            "userTask_reviewResolution", Set.of("decision", "verdict", "liableParty", "causedByService", "reason"),
            "userTask_recallCustomer", Set.of("reached", "solved", "scale", "rating", "dissatisfactionReason", "retryAt"),
            "userTask_answerSupervisionOrder", Set.of("action", "team", "reason"),
            "userTask_reviewBriefing", Set.of("decision", "reason", "wordsOverview", "wordsTeams", "wordsBusinesses", "wordsComplaints", "wordsPoints",
                    "wordsCauses", "wordsSuggestions", "wordsMeasures"),
            "userTask_decideExtension", Set.of("decision", "reason"));

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final String SCALES = ModelFiles.text("src/main/resources/db/migration/V80__evaluations.sql");
    private static final FeelEngine FEEL = new ScalaFeelEngineFactory().createInstance();

    @Test
    void everyUserTaskHasItsFormAndEveryFormItsTask() {
        var tasks = ModelFiles.PROCESSES.stream().flatMap(id -> ModelRule.all(ModelFiles.process(id), UserTask.class)).map(UserTask::getId);

        assertThat(tasks).containsExactlyInAnyOrderElementsOf(FORMS);
    }

    @ParameterizedTest
    @FieldSource("FORMS")
    void formAsksForWhatIsPromised(String id) {
        var form = ModelFiles.form(id);

        assertThat(form.path("id").asText()).isEqualTo(id);
        assertThat(form.path("executionPlatform").asText()).isEqualTo("Camunda Platform");
        assertThat(components(form).map(c -> c.path("key").asText())).containsExactlyInAnyOrderElementsOf(PROMISED.get(id));
    }

    @ParameterizedTest
    @FieldSource("FORMS")
    void everyTextIsThereInBothLanguages(String id) {
        components(ModelFiles.form(id)).forEach(component -> {
            for (var text : List.of("label", "description", "dateLabel", "timeLabel")) {
                assertThat(chinese(component, text)).as("%s of %s", text, component.path("key"))
                        .matches(zh -> component.has(text) == CHINESE.matcher(zh).find());
            }
            component.path("values").forEach(option -> assertThat(chinese(component, "option." + option.path("value").asText())).containsPattern(CHINESE));
            assertThat(component.has("label") || component.has("dateLabel")).isTrue();
            assertThat(component.at("/validate/patternErrorMessage").isTextual())
                    .isEqualTo(!chinese(component, "validate.patternErrorMessage").isEmpty());
        });
    }

    /** The form offers exactly the words that the model then routes by. */
    @ParameterizedTest
    @FieldSource("FORMS")
    void decisionsOfferedAreDecisionsRouted(String id) {
        var offered = components(ModelFiles.form(id)).filter(c -> c.path("key").asText().equals("decision")).flatMap(FormsTest::options)
                .collect(toSet());
        if (offered.isEmpty()) {
            return;
        }
        var routed = routedBy(id);

        assertThat(offered).containsAll(routed);
        assertThat(offered).as("one more, which the default flow takes").hasSize(routed.size() + 1);
    }

    @Test
    void choicesAreThoseOfTheDomain() {
        assertThat(options("userTask_resolveComplaint", "remedies")).containsExactlyInAnyOrderElementsOf(names(Remedy.values()));
        assertThat(options("userTask_reviewResolution", "liableParty")).containsExactlyInAnyOrderElementsOf(names(LiableParty.values()));
        assertThat(options("userTask_triageComplaint", "severity")).containsExactlyInAnyOrderElementsOf(names(Severity.values()));
        assertThat(names(Verdict.values())).containsAll(options("userTask_reviewResolution", "verdict"));
    }

    @ParameterizedTest
    @FieldSource("FORMS")
    void ratingsFollowTheScaleInBothLanguages(String id) {
        components(ModelFiles.form(id)).filter(c -> c.has("valuesExpression")).forEach(rating -> {
            for (var scale : List.of("GRADE5", "GRADE3", "LIKERT5")) {
                var english = ratings(rating.path("valuesExpression").asText(), scale);
                var inChinese = ratings(chinese(rating, "valuesExpression"), scale);
                assertThat(english.keySet()).as(scale).isEqualTo(inChinese.keySet()).isEqualTo(grades(scale));
                assertThat(inChinese.values()).allMatch(label -> CHINESE.matcher(label).find());
                assertThat(english.values()).noneMatch(label -> CHINESE.matcher(label).find());
            }
        });
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("filledIn")
    void onlyWhatMattersIsAsked(String id, Map<String, Object> data, Set<String> shown) {
        var visible = components(ModelFiles.form(id)).filter(c -> !hidden(c, data)).map(c -> c.path("key").asText()).collect(toSet());

        assertThat(visible).isEqualTo(shown);
    }

    static Stream<Arguments> filledIn() {
        var triage = "userTask_triageComplaint";
        var recall = "userTask_recallCustomer";
        var call = "userTask_callCustomer";
        var review = "userTask_reviewResolution";
        var resolve = PROMISED.get("userTask_resolveComplaint");
        var free = resolve.stream().filter(key -> !key.equals("amount")).collect(toSet());
        return Stream.of(
                arguments(triage, Map.of(), Set.of("decision")),
                arguments(triage, Map.of("decision", "ASSIGN"), Set.of("decision", "team", "category", "severity")),
                arguments(triage, Map.of("decision", "ASSIGN", "severity", ""), Set.of("decision", "team", "category", "severity")),
                arguments(triage, Map.of("decision", "ASSIGN", "severity", "S1"),
                        Set.of("decision", "team", "category", "severity", "severityReason")),
                arguments(triage, Map.of("decision", "MERGE"), Set.of("decision", "mergeInto")),
                arguments(triage, Map.of("decision", "REJECT", "severity", "S1"), Set.of("decision", "reason")),
                arguments(triage, Map.of("decision", "SETTLE"), Set.of("decision", "reason")),
                arguments(triage, Map.of("decision", "REFER"), Set.of("decision", "reason")),
                arguments("userTask_signForCase", Map.of("decision", "SIGN"), Set.of("decision")),
                arguments("userTask_signForCase", Map.of("decision", "RETURN"), Set.of("decision", "reason")),
                arguments("userTask_resolveComplaint", Map.of(), free),
                arguments("userTask_resolveComplaint", Map.of("remedies", List.of("APOLOGY")), free),
                arguments("userTask_resolveComplaint", Map.of("remedies", List.of("APOLOGY", "REFUND")), resolve),
                arguments(review, Map.of("decision", "ACCEPT"), Set.of("decision", "verdict", "liableParty", "causedByService")),
                arguments(review, Map.of("decision", "REWORK"), Set.of("decision", "reason")),
                arguments(recall, Map.of(), Set.of("reached")),
                arguments(recall, Map.of("reached", false), Set.of("reached", "retryAt")),
                arguments(recall, Map.of("reached", true), Set.of("reached", "solved", "scale", "rating")),
                arguments(recall, Map.of("reached", true, "solved", false), Set.of("reached", "solved", "scale", "rating", "dissatisfactionReason")),
                arguments(recall, Map.of("reached", true, "solved", true, "rating", "GOOD"), Set.of("reached", "solved", "scale", "rating")),
                arguments(recall, Map.of("reached", true, "solved", true, "rating", "POOR"),
                        Set.of("reached", "solved", "scale", "rating", "dissatisfactionReason")),
                arguments(call, Map.of("reached", false, "complaint", true), Set.of("reached", "retryAt")),
                arguments(call, Map.of("reached", true), Set.of("reached", "appointmentKept", "rating", "suggestion", "complaint")),
                arguments(call, Map.of("reached", true, "complaint", true),
                        Set.of("reached", "appointmentKept", "rating", "suggestion", "complaint", "complaintSummary")));
    }

    private static boolean hidden(JsonNode component, Map<String, Object> data) {
        var condition = component.at("/conditional/hide");
        // a form hands every field over, empty ones as null
        var all = new HashMap<String, Object>();
        PROMISED.values().forEach(keys -> keys.forEach(key -> all.put(key, null)));
        all.putAll(data);
        return condition.isTextual() && Boolean.TRUE.equals(feel(condition.asText(), all));
    }

    private static Object feel(String expression, Map<String, Object> data) {
        assertThat(expression).startsWith("=");
        return FEEL.evaluateSimpleExpression(expression.substring(1), Variables.fromMap(data).asVariableContext());
    }

    private static Map<String, String> ratings(String expression, String scale) {
        var ratings = new TreeMap<String, String>();
        for (var option : (Iterable<?>) feel(expression, Map.of("scale", scale))) {
            var entry = (Map<?, ?>) option;
            ratings.put((String) entry.get("value"), (String) entry.get("label"));
        }
        return ratings;
    }

    /** As every company begins with them. */
    private static Set<String> grades(String scale) {
        return Pattern.compile("\\('" + scale + "', '(\\w+)', \\d").matcher(SCALES).results().map(found -> found.group(1))
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> routedBy(String task) {
        var model = ModelFiles.PROCESSES.stream().map(ModelFiles::process).filter(each -> each.getModelElementById(task) != null).findFirst().orElseThrow();
        var next = (FlowNode) model.<UserTask>getModelElementById(task);
        while (next.getOutgoing().size() == 1) {
            next = next.getOutgoing().iterator().next().getTarget();
            if (next.getOutgoing().isEmpty()) {
                next = (FlowNode) next.getParentElement();
            }
        }
        var literal = Pattern.compile("decision == '(\\w+)'");
        return next.getOutgoing().stream().map(SequenceFlow::getConditionExpression).filter(java.util.Objects::nonNull)
                .flatMap(condition -> literal.matcher(condition.getTextContent()).results()).map(found -> found.group(1)).collect(toSet());
    }

    private static Set<String> options(String form, String key) {
        return components(ModelFiles.form(form)).filter(c -> c.path("key").asText().equals(key)).flatMap(FormsTest::options).collect(toSet());
    }

    private static Stream<String> options(JsonNode component) {
        return StreamSupport.stream(component.path("values").spliterator(), false).map(option -> option.path("value").asText());
    }

    private static Stream<JsonNode> components(JsonNode form) {
        return StreamSupport.stream(form.path("components").spliterator(), false);
    }

    private static String chinese(JsonNode component, String name) {
        return component.path("properties").path("zh-CN." + name).asText();
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }
}
