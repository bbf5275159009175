package org.redress.process.studio.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

class TableAnalysisTest {

    @Test
    void namesWhatNoRuleHoldsFor() {
        var table = table("UNIQUE", List.of(whole("attempts"), text("purpose", "FOLLOW_UP", "RECALL")), "< 3|\"FOLLOW_UP\"", ">= 3|\"FOLLOW_UP\"", "[1..3]|\"RECALL\"");

        var analysis = analysis(table);

        assertThat(analysis.gaps()).containsExactlyInAnyOrder("attempts < 1, purpose = \"RECALL\"", "3 < attempts, purpose = \"RECALL\"");
        assertThat(analysis.overlaps()).isEmpty();
        assertThat(analysis.unexamined()).isEmpty();
    }

    @Test
    void namesBothRulesThatHoldAndForWhat() {
        var table = table("UNIQUE", List.of(whole("count"), flag("safety")), "<= 5|-", ">= 5|true", "> 5|false");

        assertThat(analysis(table).overlaps()).singleElement()
                .isEqualTo(new TableAnalysis.Overlap("rule_1", "rule_2", "count = 5, safety = true"));
        assertThat(analysis(table).gaps()).isEmpty();
    }

    @Test
    void aWholeNumberHasNothingBetweenOneAndTwo() {
        assertThat(analysis(table("UNIQUE", List.of(whole("count")), "<= 1", ">= 2")).gaps()).isEmpty();
        assertThat(analysis(table("UNIQUE", List.of(number("amount")), "<= 1", ">= 2")).gaps()).containsExactly("1 < amount < 2");
    }

    @Test
    void aWordThatNobodyListedIsAGapToo() {
        assertThat(analysis(table("UNIQUE", List.of(text("area")), "\"north\"", "\"south\"")).gaps()).containsExactly("area ∉ {\"north\", \"south\"}");
        assertThat(analysis(table("UNIQUE", List.of(text("area")), "\"north\"", "not(\"north\")")).gaps()).isEmpty();
        assertThat(analysis(table("UNIQUE", List.of(text("severity", "S1", "S2")), "\"S1\"", "\"S2\"")).gaps()).isEmpty();
    }

    @Test
    void aRuleIsCoveredOnlyWhenTheEarlierOnesHoldForAllOfIt() {
        var table = table("FIRST", List.of(whole("count"), flag("safety")), "< 3|true", ">= 3|true", "[1..9]|true", "-|-", "0|false");

        assertThat(analysis(table, true).covered()).containsExactly("rule_3", "rule_5");
        assertThat(analysis(table).hasCatchAll()).isTrue();
    }

    @Test
    void nothingAtAllReachesARuleThatComparisonsDoNotHoldFor() {
        var table = table("FIRST", List.of(whole("count")), "< 3", ">= 3", "-");

        assertThat(analysis(table, true).covered()).as("without a count only the last one holds").isEmpty();
    }

    @Test
    void whatComputesIsNamedAndNeverGuessed() {
        var table = table("UNIQUE", List.of(text("words"), flag("safety")), "contains(?, \"gas\")|true", "contains(?, \"fire\")|true", "-|false");

        var analysis = analysis(table);

        assertThat(analysis.unexamined()).containsExactly("input_words");
        assertThat(analysis.overlaps()).isEmpty();
        assertThat(analysis.gaps()).isEmpty();
        assertThat(analysis.covered()).isEmpty();
    }

    @Test
    void datesAreComparedByTheirMoments() {
        var input = new Table.Input("input_day", "day", InputType.MOMENT, Set.of());
        var table = table("UNIQUE", List.of(input), "< date and time(\"2026-01-01T00:00:00\")", "> date and time(\"2026-01-01T00:00:00\")");

        assertThat(analysis(table).gaps()).containsExactly("day = 2026-01-01T00:00");
    }

    @Test
    void aTableThatIsTooLargeIsToldAsSuch() {
        var rules = new ArrayList<String>();
        for (int i = 0; i < 400; i++) {
            rules.add("\"word" + i + "\"");
        }
        var analysis = analysis(table("UNIQUE", List.of(text("word")), rules.toArray(String[]::new)));

        assertThat(analysis.isTooLarge()).isTrue();
        assertThat(analysis.gaps()).isEmpty();
        assertThat(analysis.overlaps()).isEmpty();
        assertThat(analysis.covered()).isEmpty();
    }

    private static Table.Input whole(String name) {
        return new Table.Input("input_" + name, name, InputType.WHOLE, Set.of());
    }

    private static Table.Input number(String name) {
        return new Table.Input("input_" + name, name, InputType.NUMBER, Set.of());
    }

    private static Table.Input flag(String name) {
        return new Table.Input("input_" + name, name, InputType.FLAG, Set.of());
    }

    private static Table.Input text(String name, String... words) {
        return new Table.Input("input_" + name, name, InputType.TEXT, Set.of(words));
    }

    /** @param rules conditions parted by | */
    private static Table table(String policy, List<Table.Input> inputs, String... rules) {
        List<Table.Rule> read = new ArrayList<>();
        for (String rule : rules) {
            read.add(new Table.Rule("rule_" + (read.size() + 1), Arrays.asList(rule.split("\\|")), List.of("1")));
        }
        return new Table(policy, inputs, read);
    }

    private static TableAnalysis analysis(Table table) {
        return analysis(table, false);
    }

    private static TableAnalysis analysis(Table table, boolean nothing) {
        return new TableAnalysis(table, RealFeel.CELLS, nothing);
    }
}
