package org.redress.process.studio.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;

/** What the analysis says of a small table is what Camunda's own engine does with every value there can be. */
class TableAnalysisProperties {

    private static final DmnEngine ENGINE = engine();
    private static final List<Integer> COUNTS = Arrays.asList(null, -2, -1, 0, 1, 2, 3, 4, 5, 6);
    private static final List<String> WORDS = Arrays.asList(null, "A", "B", "C", "else");

    @Property(tries = 120)
    void gapsOverlapsAndCoveredRulesAreThoseOfTheEngine(@ForAll("tables") List<List<String>> rules) {
        List<Table.Rule> read = new ArrayList<>();
        rules.forEach(rule -> read.add(new Table.Rule("rule_" + read.size(), rule, List.of("1"))));
        Table table = new Table("UNIQUE", List.of(new Table.Input("count", "count", InputType.WHOLE, Set.of()),
                new Table.Input("word", "word", InputType.TEXT, Set.of())), read);
        boolean countsNothing = rules.stream().anyMatch(rule -> rule.get(0).contains("null"));
        boolean wordsNothing = rules.stream().anyMatch(rule -> rule.get(1).contains("null"));
        DmnDecision decision = ENGINE.parseDecision("probe", new ByteArrayInputStream(dmn(rules).getBytes(StandardCharsets.UTF_8)));
        boolean gap = false;
        Set<String> overlaps = new TreeSet<>();
        Set<String> everFirst = new TreeSet<>();
        Set<String> everHolds = new TreeSet<>();
        for (Integer count : COUNTS) {
            for (String word : WORDS) {
                List<String> holding = holding(decision, count, word);
                if (!holding.isEmpty()) {
                    everFirst.add(holding.get(0));
                    everHolds.addAll(holding);
                }
                if ((count != null || countsNothing) && (word != null || wordsNothing)) {
                    gap |= holding.isEmpty();
                    for (int i = 0; i < holding.size(); i++) {
                        for (int j = i + 1; j < holding.size(); j++) {
                            overlaps.add(holding.get(i) + " " + holding.get(j));
                        }
                    }
                }
            }
        }

        TableAnalysis analysis = new TableAnalysis(table, RealFeel.CELLS, false);

        assertThat(analysis.unexamined()).isEmpty();
        assertThat(!analysis.gaps().isEmpty()).as("gaps %s", analysis.gaps()).isEqualTo(gap);
        assertThat(analysis.overlaps().stream().map(each -> each.first() + " " + each.second())).containsExactlyInAnyOrderElementsOf(overlaps);
        everHolds.removeAll(everFirst);
        assertThat(new TableAnalysis(table, RealFeel.CELLS, true).covered()).containsExactlyInAnyOrderElementsOf(everHolds);
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> value = Arbitraries.integers().between(0, 4).map(String::valueOf);
        Arbitrary<String> comparison = Combinators.combine(Arbitraries.of("< ", "<= ", "> ", ">= ", ""), value).as(String::concat);
        Arbitrary<String> range = Combinators.combine(Arbitraries.of("[", "("), Arbitraries.integers().between(0, 2), Arbitraries.integers().between(3, 4),
                Arbitraries.of("]", ")")).as((open, from, to, close) -> open + from + ".." + to + close);
        Arbitrary<String> count = Arbitraries.oneOf(comparison, range, Combinators.combine(comparison, range).as((one, other) -> one + ", " + other),
                comparison.map(one -> "not(" + one + ")"), Arbitraries.of("-", "", "null"));
        Arbitrary<String> word = Arbitraries.of("\"A\"", "\"B\"", "\"A\", \"C\"", "not(\"A\")", "not(\"B\",\"C\")", "-", "", "null", "not(null, \"A\")");
        return Combinators.combine(count, word).as(List::of).list().ofMinSize(1).ofMaxSize(4);
    }

    private static List<String> holding(DmnDecision decision, Integer count, String word) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("count", count);
        facts.put("word", word);
        return ENGINE.evaluateDecisionTable(decision, facts).stream().map(result -> "rule_" + result.get("rule")).toList();
    }

    private static String dmn(List<List<String>> rules) {
        StringBuilder text = new StringBuilder("""
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="definitions" name="probe" namespace="probe">
                <decision id="probe" name="probe"><decisionTable id="table" hitPolicy="COLLECT">
                <input id="count"><inputExpression id="countExpression" typeRef="integer"><text>count</text></inputExpression></input>
                <input id="word"><inputExpression id="wordExpression" typeRef="string"><text>word</text></inputExpression></input>
                <output id="output" name="rule" typeRef="integer"/>
                """);
        for (int i = 0; i < rules.size(); i++) {
            text.append("<rule id='r%d'><inputEntry id='c%d'><text>%s</text></inputEntry><inputEntry id='w%d'><text>%s</text></inputEntry>".formatted(i, i,
                    escaped(rules.get(i).get(0)), i, escaped(rules.get(i).get(1))));
            text.append("<outputEntry id='o%d'><text>%d</text></outputEntry></rule>".formatted(i, i));
        }
        return text + "</decisionTable></decision></definitions>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static DmnEngine engine() {
        var configuration = new DefaultDmnEngineConfiguration();
        configuration.setDefaultInputEntryExpressionLanguage("feel");
        configuration.setDefaultInputExpressionExpressionLanguage("feel");
        configuration.setDefaultOutputEntryExpressionLanguage("feel");
        return configuration.buildEngine();
    }
}
