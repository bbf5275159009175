package org.redress.studio.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.redress.studio.ModelSet;

/** Every kind of difference, on the models of the house. */
class ComparisonTest {

    private static final String BPMN = "bpmn/complaint.bpmn";
    private static final String BRIEFING = "bpmn/briefing.bpmn";
    private static final String DMN = "bpmn/severity.dmn";
    private static final String FORM = "forms/userTask_signForCase.form";

    @Test
    void theSameFileDiffersInNothing() {
        assertThat(Comparison.of(set(), set())).isEmpty();
        FileDifference same = Comparison.of(BPMN, bytes(text(BPMN)), bytes(text(BPMN) + "\n"));
        assertThat(same.how()).isEqualTo(How.LAYOUT);
        assertThat(same.elements()).isEmpty();
    }

    @Test
    void aChangedPropertyIsNamedWithBothItsValues() {
        FileDifference file = changed(BRIEFING, "value=\"2 bd\"", "value=\"3 bd\"");
        assertThat(file.how()).isEqualTo(How.CHANGED);
        assertThat(file.elements()).singleElement().satisfies(element -> {
            assertThat(element.type()).isEqualTo("userTask");
            assertThat(element.properties()).containsExactly(new PropertyDifference("house", "redress.budget", "2 bd", "3 bd"));
        });
    }

    @Test
    void aNameInTwoLanguagesIsToldOnceALanguage() {
        String renamed = text(BPMN).replace("name=\"Rate severity\"", "name=\"Judge severity\"").replace("name=\"name.en\" value=\"Rate severity\"",
                "name=\"name.en\" value=\"Judge severity\"").replace("value=\"判定等级\"", "value=\"评定等级\"");
        FileDifference file = Comparison.of(BPMN, bytes(text(BPMN)), bytes(renamed));
        assertThat(file.elements()).singleElement().satisfies(element -> {
            assertThat(element.element()).isEqualTo("businessRuleTask_rateSeverity");
            assertThat(element.name().zh()).isEqualTo("评定等级");
            assertThat(element.properties()).extracting(PropertyDifference::property, PropertyDifference::before, PropertyDifference::after)
                    .containsExactlyInAnyOrder(tuple("nameEn", "Rate severity", "Judge severity"), tuple("nameZh", "判定等级", "评定等级"));
        });
    }

    @Test
    void whatIsAddedOrGoneIsListedAndTheFlowThatWasLaidElsewhereSaysWhere() {
        String with = text(BPMN).replace("</bpmn:process>", """
                <bpmn:userTask id="userTask_secondLook" name="Look again" />
                <bpmn:boundaryEvent id="event_late" attachedToRef="userTask_secondLook"><bpmn:timerEventDefinition id="timer_late">
                <bpmn:timeDuration>P2D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent></bpmn:process>""")
                .replace("sourceRef=\"event_complaintCaptured\" targetRef=\"businessRuleTask_rateSeverity\"", "sourceRef=\"event_complaintCaptured\" targetRef=\"userTask_secondLook\"");
        FileDifference added = Comparison.of(BPMN, bytes(text(BPMN)), bytes(with));
        assertThat(added.elements()).extracting(ElementDifference::how, ElementDifference::element)
                .containsExactlyInAnyOrder(tuple(How.ADDED, "userTask_secondLook"), tuple(How.ADDED, "event_late"), tuple(How.CHANGED, "flow_captured"));
        assertThat(element(added, "event_late").properties()).contains(new PropertyDifference("timer", "", "", "P2D"));
        assertThat(element(added, "flow_captured").properties())
                .containsExactly(new PropertyDifference("targetRef", "", "businessRuleTask_rateSeverity", "userTask_secondLook"));
        assertThat(added.names().get("userTask_secondLook").en()).isEqualTo("Look again");

        FileDifference gone = Comparison.of(BPMN, bytes(with), bytes(text(BPMN)));
        assertThat(element(gone, "userTask_secondLook").how()).isEqualTo(How.REMOVED);
        assertThat(element(gone, "userTask_secondLook").name().en()).isEqualTo("Look again");
        FileDifference timer = Comparison.of(BPMN, bytes(with), bytes(with.replace("P2D", "P3D")));
        assertThat(timer.elements()).singleElement().satisfies(each -> assertThat(each.properties()).containsExactly(new PropertyDifference("timer", "", "P2D", "P3D")));
    }

    @Test
    void whatIsOnlyDrawnElsewhereIsLayout() {
        String moved = text(BPMN).replaceFirst("(<bpmndi:BPMNShape id=\"[^\"]*\" bpmnElement=\"businessRuleTask_rateSeverity\"[^>]*>\\s*<dc:Bounds x=\")\\d+", "$17");
        FileDifference file = Comparison.of(BPMN, bytes(text(BPMN)), bytes(moved));
        assertThat(file.how()).isEqualTo(How.LAYOUT);
        assertThat(file.elements()).singleElement().satisfies(each -> {
            assertThat(each.how()).isEqualTo(How.LAYOUT);
            assertThat(each.element()).isEqualTo("businessRuleTask_rateSeverity");
        });
        assertThat(file.count()).isZero();
    }

    @Test
    void rulesOfADecisionAreLaidBesideOneAnother() {
        String table = text(DMN);
        String first = rule(table, 0);
        String second = rule(table, 1);
        RuleTable swapped = Comparison.of(DMN, bytes(table), bytes(table.replace(second, "").replace(first, second + first))).tables().get(0);
        assertThat(swapped.lines().stream().filter(line -> line.how() != How.SAME)).singleElement().satisfies(line -> {
            assertThat(line.how()).isEqualTo(How.MOVED);
            assertThat(Set.of(String.valueOf(line.was()), String.valueOf(line.now()))).containsExactlyInAnyOrder("1", "2");
        });
        String told = first.replaceFirst("<description>[^<]*</description>", "<description>Another word</description>");
        assertThat(Comparison.of(DMN, bytes(table), bytes(table.replace(first, told))).tables().get(0).lines().get(0)).satisfies(line -> {
            assertThat(line.isTextChanged()).isTrue();
            assertThat(line.textAfter()).isEqualTo("Another word");
        });
        RuleTable less = Comparison.of(DMN, bytes(table), bytes(table.replace(first, ""))).tables().get(0);
        assertThat(less.lines().stream().filter(line -> line.how() != How.SAME)).singleElement().satisfies(line -> {
            assertThat(line.how()).isEqualTo(How.REMOVED);
            assertThat(line.was()).isEqualTo(1);
        });
        assertThat(less.columns()).allSatisfy(column -> assertThat(column.name().zh()).isNotBlank());
        RuleTable cell = Comparison.of(DMN, bytes(table), bytes(table.replace(second, second.replaceFirst("<text>\"S1\"</text>", "<text>\"S2\"</text>")))).tables().get(0);
        assertThat(cell.lines().stream().filter(line -> line.how() == How.CHANGED)).singleElement()
                .satisfies(line -> assertThat(line.cells().stream().filter(RuleTable.Cell::isChanged)).containsExactly(new RuleTable.Cell("\"S1\"", "\"S2\"")));
    }

    @Test
    void aNewConditionIsAColumnOfItsOwn() {
        String table = text(DMN);
        String with = table.replaceFirst("<output id=\"output_severity\"", "<input id=\"input_new\" label=\"Weather\"><inputExpression id=\"e\"><text>weather</text></inputExpression></input>\n<output id=\"output_severity\"");
        FileDifference file = Comparison.of(DMN, bytes(table), bytes(with));
        assertThat(element(file, "input_new").how()).isEqualTo(How.ADDED);
        assertThat(element(file, "input_new").properties()).contains(new PropertyDifference("expression", "", "", "weather"));
    }

    @Test
    void fieldsOfAFormAreToldWithTheirTextsAndRules() {
        FileDifference file = changed(FORM, "\"maxLength\": 2000", "\"maxLength\": 500");
        assertThat(element(file, "field_reason").properties()).containsExactly(new PropertyDifference("validation", "maxLength", "2000", "500"));
        FileDifference chinese = changed(FORM, "\"zh-CN.label\": \"退单理由\"", "\"zh-CN.label\": \"退单原因\"");
        assertThat(element(chinese, "field_reason").properties()).containsExactly(new PropertyDifference("nameZh", "", "退单理由", "退单原因"));
        FileDifference options = changed(FORM, "\"label\": \"Return it\"", "\"label\": \"Send it back\"");
        assertThat(element(options, "field_decision").properties()).singleElement().satisfies(each -> assertThat(each.after()).contains("Send it back (RETURN)"));
        FileDifference layout = changed(FORM, "\"row\": \"row_reason\"", "\"row\": \"row_other\"");
        assertThat(layout.how()).isEqualTo(How.LAYOUT);
    }

    @Test
    void filesThatComeOrGoAreDifferencesAndWhatCannotBeReadSaysSo() {
        ModelSet more = set().with(Map.of("forms/new.form", bytes("{\"id\":\"new\",\"components\":[]}")));
        assertThat(Comparison.of(set(), more)).singleElement().satisfies(each -> assertThat(each.how()).isEqualTo(How.ADDED));
        assertThat(Comparison.of(more, set())).singleElement().satisfies(each -> assertThat(each.how()).isEqualTo(How.REMOVED));
        assertThat(Comparison.of(BPMN, bytes(text(BPMN)), bytes("<no")).readable()).isFalse();
        assertThat(Comparison.of(FORM, bytes(text(FORM)), bytes("[]")).readable()).isFalse();
        assertThat(Comparison.of(BPMN, bytes(text(BPMN)), bytes("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>")).readable()).isFalse();
    }

    @Test
    void itIsKnownWhichStepsAskAForm() {
        assertThat(FormUse.of(set(), "userTask_signForCase")).containsOnly(Map.entry("complaint", Set.of("userTask_signForCase")));
        assertThat(FormUse.of(set(), "nobody")).isEmpty();
    }

    @Test
    void theFewestThingsWereMoved() {
        assertThat(InOrder.longest(List.of("a", "b", "c", "d"), List.of("d", "a", "b", "c"))).containsExactly("a", "b", "c");
        assertThat(InOrder.longest(List.of(), List.of())).isEmpty();
    }

    private static ElementDifference element(FileDifference file, String id) {
        return file.elements().stream().filter(each -> each.element().equals(id)).findFirst().orElseThrow(() -> new AssertionError(id + " is not in " + file.elements()));
    }

    private static FileDifference changed(String file, String from, String to) {
        assertThat(text(file)).contains(from);
        return Comparison.of(file, bytes(text(file)), bytes(text(file).replaceFirst(java.util.regex.Pattern.quote(from), to)));
    }

    private static String rule(String table, int place) {
        int from = -1;
        for (int at = 0; at <= place; at++) {
            from = table.indexOf("<rule ", from + 1);
        }
        return table.substring(from, table.indexOf("</rule>", from) + "</rule>".length());
    }

    private static ModelSet set() {
        return ModelSet.of(Map.of(BPMN, bytes(text(BPMN)), FORM, bytes(text(FORM))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
