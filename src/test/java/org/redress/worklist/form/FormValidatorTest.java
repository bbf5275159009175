package org.redress.worklist.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.deadline.CalendarData;
import org.redress.deadline.Calendars;
import org.redress.shared.FieldProblem;
import org.redress.worklist.Conditions;
import org.springframework.util.LinkedMultiValueMap;

/** What form-js refuses is refused here: rule by rule, and on the forms of the house with the engine's FEEL. */
class FormValidatorTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private static final Map<String, Object> LISTS = Map.of("teams", List.of(Map.of("value", "repair-1", "label", "Repair 1")),
            "categories", List.of(Map.of("value", "gas.billing", "label", "Billing")));

    private final FormValidator validator = new FormValidator(new Feel(), CLOCK, Calendars.only(CalendarData.china()));

    /** type, more of the field, what was sent (JSON), what becomes of it: "!rule" for a refusal, "-" for nothing. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "textfield | 'validate':{'required':true} | null | !required",
        "textfield | 'validate':{'required':true} | '' | !required",
        "textfield | 'validate':{'required':true} | '  ' | !required",
        "textfield | 'validate':{'minLength':3} | 'ab' | !minLength",
        "textfield | 'validate':{'minLength':3} | ' ab ' | !minLength",
        "textfield | 'validate':{'minLength':3} | '' | -",
        "textfield | 'validate':{'maxLength':3} | '四个汉字' | !maxLength",
        "textfield | 'validate':{'maxLength':'3'} | 'abcd' | !maxLength",
        "textfield | 'validate':{'maxLength':'=1+2'} | 'abcd' | !maxLength",
        "textfield | 'validate':{'maxLength':3} | 'abc ' | abc",
        "textfield | 'validate':{'pattern':'^RD-\\\\d{4}$'} | 'RD-12' | !pattern",
        "textfield | 'validate':{'pattern':'\\\\d'} | 'a1b' | a1b",
        "textfield | 'validate':{'pattern':'(' } | 'a' | !pattern",
        "textfield | 'validate':{'pattern':'x','patternErrorMessage':'no x'} | 'a' | !patternOwn",
        "textfield | 'validate':{'validationType':'email'} | 'a@b' | a@b",
        "textfield | 'validate':{'validationType':'email'} | 'a b@c.de' | !email",
        "textfield | 'validate':{'validationType':'email'} | 'a@-b.de' | !email",
        "textfield | 'validate':{'validationType':'phone'} | '+8675528881234' | +8675528881234",
        "textfield | 'validate':{'validationType':'phone'} | '13912345678' | !phone",
        "textfield | 'validate':{'validationType':'phone'} | '+999123' | !phone",
        "textfield | `` | ['a'] | !type",
        "textfield | `` | {'a':1} | !type",
        "textfield | `` | 12 | 12",
        "number | `` | 'twelve' | !number",
        "number | `` | 'NaN' | !number",
        "number | `` | 1e999999999 | !number",
        "number | 'decimalDigits':0 | 1.5 | !whole",
        "number | 'decimalDigits':2 | 1.234 | !decimals",
        "number | 'decimalDigits':2 | '1.23' | 1.23",
        "number | 'increment':0.5 | 1.3 | !step",
        "number | 'increment':'0.5' | 1.5 | 1.5",
        "number | 'validate':{'min':0} | -1 | !min",
        "number | 'validate':{'min':0} | 0 | 0",
        "number | 'validate':{'max':10} | 10.01 | !max",
        "number | 'validate':{'max':'=5*2'} | 11 | !max",
        "number | 'validate':{'required':true} | null | !required",
        "number | `` | true | !number",
        "checkbox | `` | null | false",
        "checkbox | `` | 'on' | true",
        "checkbox | 'validate':{'required':true} | false | !required",
        "checkbox | `` | 'maybe' | !type",
        "select | 'values':[{'value':'A'},{'value':'B'}] | 'C' | !choice",
        "select | 'values':[{'value':'A'},{'value':'B'}] | 'A' | A",
        "select | 'values':[{'value':'A'}] | '' | -",
        "select | 'values':[{'value':'A'}] | ['A'] | !choice",
        "select | 'valuesKey':'teams' | 'repair-1' | repair-1",
        "select | 'valuesKey':'teams' | 'repair-2' | !choice",
        "select | 'valuesKey':'nowhere' | 'x' | !choice",
        "select | 'valuesExpression':'=[\\\"a\\\",\\\"b\\\"]' | 'b' | b",
        "select | 'valuesExpression':'=[{value:\\\"a\\\"}]' | 'b' | !choice",
        "radio | 'values':[{'value':'A'}],'validate':{'required':true} | null | !required",
        "checklist | 'values':[{'value':'A'},{'value':'B'}] | ['A','C'] | !choice",
        "checklist | 'values':[{'value':'A'},{'value':'B'}] | ['A','B','A'] | [A, B]",
        "checklist | 'values':[{'value':'A'}] | 'A' | [A]",
        "checklist | 'values':[{'value':'A'}],'validate':{'required':true} | [] | !required",
        "taglist | 'values':[{'value':'A'}] | [{'x':1}] | !choice",
        "datetime | 'subtype':'date' | '2026-02-30' | !date",
        "datetime | 'subtype':'date' | '2026-02-28' | 2026-02-28",
        "datetime | 'subtype':'date','disallowPassedDates':true | '2026-03-01' | !past",
        "datetime | 'subtype':'time' | '25:00' | !time",
        "datetime | 'subtype':'time' | '14:30' | 14:30",
        "datetime | 'subtype':'time' | '14:30+08:00' | 14:30+08:00",
        "datetime | 'subtype':'datetime' | '2026-03-02T14:30+08:00' | 2026-03-02T06:30:00Z",
        "datetime | 'subtype':'datetime' | '2026-03-02T14:30' | 2026-03-02T06:30:00Z",
        "datetime | 'subtype':'datetime' | '2026-03-02T06:30Z' | 2026-03-02T06:30:00Z",
        "datetime | 'subtype':'datetime' | '2026-03-02' | !date",
        "datetime | 'subtype':'datetime','disallowPassedDates':true | '2026-03-01T23:59+08:00' | !past",
        "textfield | 'disabled':true | 'tampered' | -",
        "textfield | 'readonly':true,'validate':{'required':true} | null | -",
        "textfield | 'conditional':{'hide':'=1=1'},'validate':{'required':true} | 'x' | -",
        "button | `` | 'x' | -",
        "html | `` | 'x' | -"})
    void rules(String type, @Nullable String more, String sent, String expected) throws IOException {
        String field = "{'type':'" + type + "','key':'f','label':'F'" + (more == null || more.isEmpty() ? "" : "," + more) + "}";
        Map<String, Object> values = new HashMap<>();
        values.put("f", JSON.readValue(json(sent), Object.class));
        FormResult result = validator.validate(JSON.readTree(json("{'components':[" + field + "]}")), LISTS, values);
        if (expected.startsWith("!")) {
            assertThat(result.problems()).hasSize(1);
            assertThat(result.problems().get(0).key()).isEqualTo("worklist.form." + expected.substring(1));
            assertThat(result.problems().get(0).args()).first().isEqualTo("F");
            assertThat(result.answers()).isEmpty();
        } else {
            assertThat(result.problems()).isEmpty();
            assertThat(String.valueOf(result.answers().get("f"))).isEqualTo(expected.equals("-") ? "null" : expected);
        }
    }

    @Test
    void valuesAreTyped() throws IOException {
        JsonNode schema = JSON.readTree(json("""
                {'components':[{'type':'number','key':'whole','decimalDigits':0},{'type':'number','key':'money','decimalDigits':2},
                 {'type':'number','key':'free'},{'type':'checkbox','key':'yes'},{'type':'datetime','subtype':'datetime','key':'at'},
                 {'type':'checklist','key':'many','values':[{'value':'A'}]}]}"""));
        assertThat(validator.validate(schema, Map.of(), Map.of("whole", "3", "money", "10", "free", 2.5, "yes", "true", "at", "2026-03-02T09:00", "many",
                List.of("A"), "unknown", "dropped")).answers()).isEqualTo(Map.of("whole", 3L, "money", new BigDecimal("10"), "free", new BigDecimal("2.5"),
                "yes", true, "at", Instant.parse("2026-03-02T01:00:00Z"), "many", List.of("A")));
    }

    @Test
    void groupsNestAndRepetitionsAreCheckedOneByOne() throws IOException {
        JsonNode schema = JSON.readTree(json("""
                {'components':[{'type':'group','path':'person','components':[{'type':'textfield','key':'name','validate':{'required':true}},
                   {'type':'textfield','key':'home.street'}]},
                 {'type':'group','conditional':{'hide':'=person.name = \\"nobody\\"'},'components':[{'type':'textfield','key':'why','validate':{'required':true}}]},
                 {'type':'dynamiclist','path':'items','components':[{'type':'textfield','key':'part','validate':{'required':true}},
                   {'type':'number','key':'count','conditional':{'hide':'=part = \\"none\\"'},'validate':{'required':true}}]}]}"""));
        FormResult good = validator.validate(schema, Map.of(), Map.of("person", Map.of("name", "Li", "home", Map.of("street", "A"), "x", 1), "why", "so",
                "items", List.of(Map.of("part", "valve", "count", 2), Map.of("part", "none", "count", 7))));
        assertThat(good.problems()).isEmpty();
        assertThat(good.answers()).isEqualTo(Map.of("person", Map.of("name", "Li", "home", Map.of("street", "A")), "why", "so",
                "items", List.of(Map.of("part", "valve", "count", 2L), Map.of("part", "none"))));
        FormResult bad = validator.validate(schema, Map.of(), Map.of("person", "nobody", "items", List.of(Map.of("part", "valve"), "junk")));
        assertThat(bad.problems()).extracting(FieldProblem::field).containsExactly("person.name", "why", "items[0].count", "items[1].part", "items[1].count");
    }

    @Test
    void theFormsOfTheHouseHideWhatDoesNotApply() throws IOException {
        assertThat(problems("userTask_triageComplaint", Map.of("decision", "ASSIGN"))).containsExactly("team required", "category required");
        assertThat(problems("userTask_triageComplaint", Map.of("decision", "ASSIGN", "team", "repair-1", "category", "gas.billing", "severity", "S1")))
                .containsExactly("severityReason required");
        assertThat(problems("userTask_triageComplaint", Map.of("decision", "MERGE", "mergeInto", "123"))).anyMatch(each -> each.startsWith("mergeInto pattern"));
        assertThat(problems("userTask_signForCase", Map.of("decision", "SIGN"))).isEmpty();
        assertThat(problems("userTask_signForCase", Map.of("decision", "RETURN"))).containsExactly("reason required");
        assertThat(validate("userTask_signForCase", Map.of("decision", "SIGN", "reason", "left over")).answers()).isEqualTo(Map.of("decision", "SIGN"));
        assertThat(validate("userTask_recallCustomer", Map.of("reached", "true", "solved", "true", "scale", "LIKERT5", "rating", 5)).answers())
                .containsEntry("rating", "5").containsEntry("solved", true);
        assertThat(problems("userTask_recallCustomer", Map.of("reached", true, "scale", "LIKERT5", "rating", "GOOD"))).contains("rating choice");
        assertThat(validate("userTask_callCustomer", Map.of("reached", true, "appointmentKept", false)).answers())
                .containsEntry("appointmentKept", false).containsEntry("complaint", false);
        assertThat(validate("userTask_recallCustomer", Map.of("reached", false, "solved", true, "rating", "GOOD", "retryAt", "2026-03-03T10:00+08:00")).answers())
                .isEqualTo(Map.of("reached", false, "retryAt", Instant.parse("2026-03-03T02:00:00Z")));
        assertThat(problems("userTask_resolveComplaint", Map.of())).hasSize(6);
    }

    @Test
    void sayingNothingIsNoAnswerAndNoIsOne() throws IOException {
        for (String form : List.of("userTask_recallCustomer", "userTask_callCustomer")) {
            assertThat(problems(form, Map.of())).containsExactly("reached required");
            assertThat(problems(form, Map.of("reached", "perhaps"))).contains("reached choice");
            assertThat(validate(form, Map.of("reached", "false")).answers()).isEqualTo(Map.of("reached", false));
        }
        assertThat(problems("userTask_recallCustomer", Map.of("reached", true, "scale", "GRADE5"))).containsExactly("solved required");
        assertThat(validate("userTask_recallCustomer", Map.of("reached", "true", "solved", "false", "scale", "GRADE5", "dissatisfactionReason", "no gas"))
                .answers()).isEqualTo(Map.of("reached", true, "solved", false, "scale", "GRADE5", "dissatisfactionReason", "no gas"));
        Map<String, Object> accepted = new HashMap<>(Map.of("decision", "ACCEPT", "verdict", "UPHELD", "liableParty", "TEAM"));
        assertThat(problems("userTask_reviewResolution", accepted)).containsExactly("causedByService required");
        accepted.put("causedByService", false);
        assertThat(validate("userTask_reviewResolution", accepted).answers()).containsEntry("causedByService", false);
        assertThat(validate("userTask_callCustomer", Map.of("reached", true)).answers()).doesNotContainKey("appointmentKept");
    }

    @Test
    void aPlainPostIsReadAsTheViewerWouldSendIt() throws IOException {
        PlainForm plain = new PlainForm(new Feel());
        JsonNode schema = form("userTask_recallCustomer");
        List<PlainField> fields = plain.fields(schema, LISTS, Map.of("solved", true));
        assertThat(fields).extracting(PlainField::path).startsWith("reached", "solved", "scale", "rating");
        assertThat(fields.get(1).value()).isEqualTo("true");
        assertThat(fields.get(2).value()).as("default").isEqualTo("GRADE5");
        assertThat(fields.get(3).options()).extracting(PlainField.Choice::value).contains("EXCELLENT", "POOR", "5", "1");
        LinkedMultiValueMap<String, String> post = new LinkedMultiValueMap<>();
        post.put("field.reached", List.of("true"));
        post.put("field.solved", List.of("false"));
        post.put("field.scale", List.of("GRADE3"));
        post.put("field.rating", List.of("POOR"));
        post.put("field.dissatisfactionReason", List.of("still no gas"));
        post.put("version", List.of("1"));
        Map<String, Object> read = plain.read(schema, post);
        assertThat(read).isEqualTo(Map.of("reached", true, "solved", false, "scale", "GRADE3", "rating", "POOR", "dissatisfactionReason", "still no gas"));
        assertThat(validator.validate(schema, LISTS, read).answers()).containsEntry("solved", false).containsEntry("dissatisfactionReason", "still no gas");
    }

    private List<String> problems(String form, Map<String, Object> values) throws IOException {
        return validate(form, values).problems().stream().map(each -> each.field() + " " + each.key().substring("worklist.form.".length())).toList();
    }

    private FormResult validate(String form, Map<String, Object> values) throws IOException {
        return validator.validate(form(form), LISTS, new LinkedHashMap<>(values));
    }

    private static JsonNode form(String name) throws IOException {
        return JSON.readTree(Path.of("forms", name + ".form").toFile());
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    /** FEEL as the engine evaluates it. */
    private static final class Feel implements Conditions {

        private final ScalaFeelEngine engine = new ScalaFeelEngine(Arrays.asList());

        @Override
        public boolean isReadable(String expression) {
            return true;
        }

        @Override
        public boolean isTrue(String expression, Map<String, Object> values) {
            return Boolean.TRUE.equals(value(expression, values));
        }

        @Override
        public @Nullable Object value(String expression, Map<String, Object> values) {
            try {
                return engine.evaluateSimpleExpression(expression, Variables.fromMap(values).asVariableContext());
            } catch (FeelException e) {
                return null;
            }
        }
    }
}
