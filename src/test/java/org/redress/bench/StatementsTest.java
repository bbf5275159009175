package org.redress.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        assertThat(tallies).hasSize(6).allSatisfy((step, tally) -> assertThat(tally.last.statements()).isNotEmpty());
        var completions = tallies.entrySet().stream().filter(each -> !each.getKey().equals(CAPTURE)).map(Map.Entry::getValue).toList();
        tallies.forEach((step, tally) -> Report.line("SQL statements, write transactions: " + step,
                Report.number(tally.statements()) + ", " + Report.number(tally.writes())));
        Report.atMost("SQL statements per task completion, mean", mean(completions), 45, 30, "");
        Report.atMost("SQL statements per task completion, worst step",
                completions.stream().mapToDouble(Tally::statements).max().orElseThrow(), 45, 30, "");
        Report.atMost("Write transactions per task completion, worst step",
                completions.stream().mapToDouble(Tally::writes).max().orElseThrow(), 1, 1, "");
        Report.write("statements.txt", tallies.entrySet().stream().map(each -> describe(each.getKey(), each.getValue().last))
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

    /** Sums over the cases, and the last one in words. */
    private static final class Tally {

        private int cases;
        private long statements;
        private long writes;
        private Count last = new Count(List.of(), 0, 0);

        void add(Count count) {
            cases++;
            statements += count.statements().size();
            writes += count.writes();
            last = count;
        }

        double statements() {
            return (double) statements / cases;
        }

        double writes() {
            return (double) writes / cases;
        }
    }

    private final class Watch implements OverHttp.Watcher {

        @Override
        public void begins(String step) {
            counting.begin();
        }

        @Override
        public void ended(String step) {
            tallies.computeIfAbsent(step, any -> new Tally()).add(counting.end());
        }
    }
}
