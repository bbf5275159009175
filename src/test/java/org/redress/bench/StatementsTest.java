package org.redress.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.redress.bench.Counting.Count;

/** How often one act of a person goes to the database, and how many transactions it writes. */
@Bench
class StatementsTest extends WholeHouse {

    private static final int SHOWN = 180;
    private static final String CAPTURE = "capture";

    private final Map<String, Tally> tallies = new LinkedHashMap<>();

    @Test
    void statementsAndTransactionsOfEachStep() throws Exception {
        try (var warm = new OverHttp(port)) {
            for (int i = 0; i < Size.COUNTED; i++) {
                warm.oneCase(Story.number(1_000_000 + i));
            }
        }
        try (var watched = new OverHttp(port, new Watch())) {
            for (int i = 0; i < Size.COUNTED; i++) {
                watched.oneCase(Story.number(2_000_000 + i));
            }
        }
        assertThat(tallies).hasSize(6).allSatisfy((step, tally) -> assertThat(tally.usual().statements()).isNotEmpty());
        var completions = tallies.entrySet().stream().filter(each -> !each.getKey().equals(CAPTURE)).map(Map.Entry::getValue).toList();
        tallies.forEach((step, tally) -> Report.line("SQL statements, write transactions: " + step,
                Report.number(tally.statements()) + ", " + Report.number(tally.writes())));
        Report.atMost("SQL statements per task completion, mean", mean(completions), 45, 30, "");
        Report.atMost("SQL statements per task completion, worst step",
                completions.stream().mapToDouble(Tally::statements).max().orElseThrow(), 45, 30, "");
        Report.atMost("Write transactions per task completion, worst step",
                completions.stream().mapToDouble(Tally::writes).max().orElseThrow(), 1, 1, "");
        Report.write("statements.txt", tallies.entrySet().stream().map(each -> describe(each.getKey(), each.getValue().usual()))
                .collect(Collectors.joining("\n")));
    }

    private static double mean(List<Tally> tallies) {
        return tallies.stream().mapToDouble(Tally::statements).average().orElseThrow();
    }

    private static String describe(String step, Count count) {
        var text = new StringBuilder(String.format(Locale.ROOT, "== %s: %d statements, %d transactions, %d of them wrote%n", step,
                count.statements().size(), count.commits(), count.writes()));
        var often = count.statements().stream().collect(Collectors.groupingBy(each -> each, LinkedHashMap::new, Collectors.counting()));
        often.forEach((statement, times) -> text.append(String.format(Locale.ROOT, "%3d x %s%n", times, shortened(statement))));
        return text.toString();
    }

    private static String shortened(String statement) {
        return statement.length() <= SHOWN ? statement
                : statement.substring(0, SHOWN * 2 / 3) + " … " + statement.substring(statement.length() - SHOWN / 3);
    }

    /** Counts of the cases; the middle one counts, so that a password that is verified again once a minute is no part of a step. */
    private static final class Tally {

        private final List<Count> counts = new ArrayList<>();

        double statements() {
            return middle(count -> count.statements().size());
        }

        double writes() {
            return middle(Count::writes);
        }

        private double middle(ToIntFunction<Count> figure) {
            return counts.stream().mapToInt(figure).sorted().skip(counts.size() / 2).findFirst().orElseThrow();
        }

        Count usual() {
            return counts.stream().filter(count -> count.statements().size() == (int) statements()).findFirst().orElseThrow();
        }
    }

    private final class Watch implements OverHttp.Watcher {

        @Override
        public void begins(String step) {
            counting.begin();
        }

        @Override
        public void ended(String step) {
            tallies.computeIfAbsent(step, any -> new Tally()).counts.add(counting.end());
        }
    }
}
