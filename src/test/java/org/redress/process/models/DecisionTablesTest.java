package org.redress.process.models;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;
import org.redress.deadline.Budget;
import org.redress.deadline.ClockRule;
import org.redress.deadline.DomainPolicy;

/** Every rule of every table is asked for at least once, by name: a rule that another one hides cannot pass. */
class DecisionTablesTest {

    static final List<String> TABLES = ModelFiles.DECISIONS;
    /** Tables of which one rule answers; the ladder gives a list and has a test of its own. */
    static final List<String> SINGLE = TABLES.stream().filter(table -> !table.equals("ladder")).toList();

    private static final DecisionRunner DECISIONS = new DecisionRunner();

    /** What is known of a routine complaint; each case says only what differs. */
    private static final Map<String, Object> ROUTINE = Map.ofEntries(entry("severityOverride", ""), entry("words", ""), entry("safety", false),
            entry("media", false), entry("groupSize", 1), entry("channel", "HOTLINE"), entry("segment", "ORDINARY"),
            entry("categoryClass", "SERVICE"), entry("category", "SERVICE_ATTITUDE"), entry("repeat", false), entry("sourceQueue", ""),
            entry("business", "REPAIR"), entry("area", ""));

    record Case(String table, String rule, Map<String, Object> facts, Map<String, Object> answer) {
    }

    static List<Case> cases() {
        return Stream.concat(clockPolicy(), others().stream()).toList();
    }

    /** The table of the domain, row by row: what is given to each clock, and under which rule. */
    private static Stream<Case> clockPolicy() {
        return DomainPolicy.rules().stream().map(rule -> new Case("sla-policy", ruleOf(rule),
                Map.of("clock", rule.kind().name(), "severity", rule.severity().name()),
                Map.of("budget", text(rule.budget()), "pause", text(rule.pause()), "extension", text(rule.extension()), "outsideMargin",
                        text(rule.outsideMargin()))));
    }

    private static String ruleOf(ClockRule rule) {
        String[] words = rule.kind().name().toLowerCase(Locale.ROOT).split("_");
        return words[0] + (words.length == 1 ? "" : words[1].substring(0, 1).toUpperCase(Locale.ROOT) + words[1].substring(1)) + rule.severity();
    }

    private static String text(@Nullable Budget budget) {
        return budget == null ? "none" : budget.toString();
    }

    private static List<Case> others() {
        return List.of(
                severity("override", Map.of("severityOverride", "S4", "words", "gas leak"), "S4", "override"),
                severity("safetyWordsGas", Map.of("words", "I smell a GAS LEAK", "channel", "O12345"), "S1", "safety-words"),
                severity("safetyWordsFire", Map.of("words", "厨房着火了"), "S1", "safety-words"),
                severity("safetyWordsElectricity", Map.of("words", "楼道电线掉落"), "S1", "safety-words"),
                severity("safetyWordsInjury", Map.of("words", "My father fainted"), "S1", "safety-words"),
                severity("safetyFlag", Map.of("safety", true, "repeat", true), "S1", "safety-flag"),
                severity("media", Map.of("media", true), "S1", "media"),
                severity("mediaChannel", Map.of("channel", "MEDIA"), "S1", "media"),
                severity("leadership", Map.of("channel", "LEADERSHIP"), "S1", "leadership"),
                severity("group", Map.of("groupSize", 5), "S1", "group"),
                severity("vulnerableWithoutSupply", Map.of("segment", "VULNERABLE", "categoryClass", "SUPPLY_INTERRUPTION"), "S1",
                        "vulnerable-without-supply"),
                severity("outsideBody", Map.of("channel", "O12345"), "S2", "outside-body"),
                severity("outsideBody", Map.of("channel", "O12315"), "S2", "outside-body"),
                severity("outsideBody", Map.of("channel", "O12398"), "S2", "outside-body"),
                severity("outsideBody", Map.of("channel", "O12300"), "S2", "outside-body"),
                severity("repeat", Map.of("repeat", true), "S2", "repeat"),
                severity("keyCustomer", Map.of("segment", "VIP"), "S2", "key-customer"),
                severity("keyCustomer", Map.of("segment", "KEY_COMMERCIAL"), "S2", "key-customer"),
                severity("stillInterrupted", Map.of("categoryClass", "SUPPLY_INTERRUPTION"), "S2", "still-interrupted"),
                severity("suggestionClass", Map.of("categoryClass", "SUGGESTION"), "S4", "suggestion"),
                severity("suggestion", Map.of("categoryClass", "", "category", "SUGGESTION_OPENING_HOURS"), "S4", "suggestion"),
                severity("other", Map.of("groupSize", 4, "words", "Fire hydrant painted in the wrong colour"), "S3", "other"),
                severity("other", Map.of("segment", "VULNERABLE"), "S3", "other"),

                routing("sourceQueue", Map.of("sourceQueue", "hall-2", "categoryClass", "BILLING"), "hall-2", true, "source-queue"),
                routing("billingSouth", Map.of("categoryClass", "BILLING", "area", "South"), "hall-2", false, "billing-south"),
                routing("billing", Map.of("categoryClass", "BILLING", "area", "north"), "hall-1", false, "billing"),
                routing("counterSouth", Map.of("business", "METER_READING", "area", "south"), "hall-2", false, "counter-south"),
                routing("counter", Map.of("business", "COUNTER_SERVICE"), "hall-1", false, "counter"),
                routing("suggestion", Map.of("categoryClass", "SUGGESTION", "area", "south"), "hall-1", false, "suggestion"),
                routing("north", Map.of("area", "north"), "repair-1", false, "north"),
                routing("south", Map.of("area", "south"), "repair-2", false, "south"),
                routing("other", Map.of(), "repair-1", false, "other"),

                sampling("vip", "VIP", false, "COUNTER_SERVICE", 100, "vip"),
                sampling("warranty", "ORDINARY", true, "COUNTER_SERVICE", 100, "warranty"),
                sampling("onSite", "ORDINARY", false, "ALTERATION", 100, "on-site"),
                sampling("onSite", "ORDINARY", false, "IGNITION", 100, "on-site"),
                sampling("onSite", "ORDINARY", false, "REPAIR", 100, "on-site"),
                sampling("onSite", "ORDINARY", false, "EMERGENCY_REPAIR", 100, "on-site"),
                sampling("safetyCheck", "ORDINARY", false, "SAFETY_CHECK", 30, "safety-check"),
                sampling("counter", "ORDINARY", false, "COUNTER_SERVICE", 20, "counter"),
                sampling("meterReading", "ORDINARY", false, "METER_READING", 15, "meter-reading"),
                sampling("other", "ORDINARY", false, "CABLE_LAYING", 30, "other"),

                attempts("followUpAgain", "FOLLOW_UP", 0, "RETRY"), attempts("followUpAgain", "FOLLOW_UP", 2, "RETRY"),
                attempts("followUpGiveUp", "FOLLOW_UP", 3, "GIVE_UP"), attempts("recallAgain", "RECALL", 2, "RETRY"),
                attempts("recallGiveUp", "RECALL", 3, "GIVE_UP"), attempts("recallGiveUp", "RECALL", 4, "GIVE_UP"),

                evaluation("complaint", true, "SATISFIED", "COMPLAINT"), evaluation("complaint", true, null, "COMPLAINT"),
                evaluation("dissatisfied", false, "DISSATISFIED", "DISSATISFIED"), evaluation("neutral", false, "NEUTRAL", "NEUTRAL"),
                evaluation("satisfied", false, "SATISFIED", "SATISFIED"), evaluation("unrated", false, null, "UNRATED"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theNamedRuleAnswers(Case asked) {
        var fired = DECISIONS.ask(asked.table(), asked.facts());

        assertThat(fired.rules()).containsExactly("rule_" + asked.rule());
        assertThat(fired.answer()).containsAllEntriesOf(asked.answer());
    }

    @ParameterizedTest
    @FieldSource("SINGLE")
    void everyRuleIsAskedFor(String table) {
        Set<String> asked = new TreeSet<>(cases().stream().filter(c -> c.table().equals(table)).map(c -> "rule_" + c.rule()).toList());

        assertThat(rules(table).map(Rule::getId)).containsExactlyInAnyOrderElementsOf(asked);
    }

    @Test
    void everySafetyWordIsHeardWhereverItStands() {
        var word = Pattern.compile("contains\\(\\?, \"([^\"]+)\"\\)");
        var words = rules("severity").flatMap(rule -> rule.getInputEntries().stream())
                .flatMap(test -> word.matcher(test.getTextContent()).results()).map(found -> found.group(1)).toList();

        assertThat(words).hasSizeGreaterThan(60).contains("漏气", "gas leak").doesNotHaveDuplicates();
        for (var safety : words) {
            var facts = new HashMap<>(ROUTINE);
            facts.put("words", "Since yesterday: " + safety.toUpperCase(Locale.ROOT) + ", 请尽快处理");
            assertThat(DECISIONS.ask("severity", facts).answer()).as(safety).containsEntry("severity", "S1").containsEntry("rule", "safety-words");
        }
    }

    /** Subjects of real requests to a city that name fire, gas or electricity and are no danger. */
    @ParameterizedTest
    @ValueSource(strings = {"Fire hydrant", "Unsatisfactory Utilities - Electrical, Plumbing", "Street light outages // gas", "Fire alarm lamp",
            "Colonial gas unit needs to be installed", "Parks lighting/electrical issues", "燃气表读数有误", "电费账单问题"})
    void harmlessWordsAreNoDanger(String words) {
        var facts = new HashMap<>(ROUTINE);
        facts.put("words", words);

        assertThat(DECISIONS.ask("severity", facts).answer()).containsEntry("severity", "S3");
    }

    @ParameterizedTest
    @FieldSource("SINGLE")
    void nothingKnownIsStillAnswered(String table) {
        Map<String, Object> nothing = switch (table) {
            case "attempts" -> Map.of("purpose", "RECALL", "attempts", 1);
            case "sla-policy" -> Map.of("clock", "RESOLVE", "severity", "S3");
            default -> Map.of();
        };

        assertThat(DECISIONS.ask(table, nothing).rules()).hasSize(1);
    }

    @ParameterizedTest
    @FieldSource("TABLES")
    void tableIsOnePersonsReading(String table) {
        var model = ModelFiles.decision(table);
        var decision = model.getModelElementsByType(Decision.class).iterator().next();
        var grid = model.getModelElementsByType(DecisionTable.class).iterator().next();

        assertThat(decision.getId()).isEqualTo(table);
        assertThat(decision.getVersionTag()).isNotBlank();
        assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo("P1825D");
        assertThat(decision.getDescription().getTextContent()).isNotBlank();
        assertBilingual(decision.getDomElement(), decision.getName());
        for (Input input : grid.getInputs()) {
            assertBilingual(input.getDomElement(), input.getLabel());
            assertThat(input.getInputExpression().getExpressionLanguage()).isEqualTo("feel");
        }
        for (Output output : grid.getOutputs()) {
            assertBilingual(output.getDomElement(), output.getLabel());
        }
        for (Rule rule : grid.getRules()) {
            assertThat(rule.getDescription().getTextContent()).as(rule.getId()).matches("[^|]+ \\| [^|]*\\p{IsHan}[^|]*");
            assertThat(rule.getInputEntries()).extracting(InputEntry::getExpressionLanguage).containsOnly("feel");
            assertThat(rule.getOutputEntries()).extracting(OutputEntry::getExpressionLanguage).containsOnly("feel");
        }
        if (grid.getHitPolicy() == HitPolicy.FIRST) {
            var last = List.copyOf(grid.getRules()).get(grid.getRules().size() - 1);
            assertThat(last.getInputEntries()).as("catch-all").extracting(entry -> entry.getTextContent().strip()).containsOnly("");
        } else {
            assertThat(grid.getHitPolicy()).isEqualTo(SINGLE.contains(table) ? HitPolicy.UNIQUE : HitPolicy.COLLECT);
        }
    }

    private static void assertBilingual(DomElement element, String english) {
        var names = new HashMap<String, String>();
        var extensions = element.getChildElements().stream().filter(child -> child.getLocalName().equals("extensionElements")).findFirst();
        assertThat(extensions).as(english).isPresent();
        extensions.get().getChildElements().get(0).getChildElements()
                .forEach(property -> names.put(property.getAttribute("name"), property.getAttribute("value")));
        assertThat(names).containsEntry("name.en", english);
        assertThat(names.get("name.zh-CN")).matches(".*\\p{IsHan}.*");
    }

    private static Stream<Rule> rules(String table) {
        return ModelFiles.decision(table).getModelElementsByType(Rule.class).stream();
    }

    private static Case severity(String rule, Map<String, Object> differs, String severity, String slug) {
        return new Case("severity", rule, with(differs), Map.of("severity", severity, "rule", slug));
    }

    private static Case routing(String rule, Map<String, Object> differs, String team, boolean direct, String slug) {
        return new Case("routing", rule, with(differs), Map.of("team", team, "direct", direct, "rule", slug));
    }

    private static Case sampling(String rule, String segment, boolean warranty, String business, int rate, String slug) {
        return new Case("sampling", rule, Map.of("segment", segment, "warranty", warranty, "business", business, "team", "hall-1"),
                Map.of("rate", rate, "windowDays", 14, "rule", slug));
    }

    private static Case attempts(String rule, String purpose, int attempts, String next) {
        return new Case("attempts", rule, Map.of("purpose", purpose, "attempts", attempts), Map.of("next", next, "maxAttempts", 3));
    }

    private static Case evaluation(String rule, boolean complaint, String meaning, String outcome) {
        var facts = new HashMap<String, Object>(Map.of("complaint", complaint));
        facts.put("meaning", meaning);
        return new Case("evaluation", rule, facts, Map.of("outcome", outcome));
    }

    private static Map<String, Object> with(Map<String, Object> differs) {
        var facts = new HashMap<>(ROUTINE);
        facts.putAll(differs);
        return facts;
    }
}
