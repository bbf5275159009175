package org.redress.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

/**
 * The whole loop over HTTP against the bare engine on the same models, turn by turn in the same run, so that what disturbs one disturbs
 * the other. The clients of Redress run on the same cores as Redress; the bare engine is called in this virtual machine and has none.
 */
@Bench
class LoopSpeedTest extends WholeHouse {

    private final AtomicInteger next = new AtomicInteger();

    @Test
    void theWholeLoopAgainstTheBareEngine() throws Exception {
        try (var redress = new OverHttp(port); var bare = bare(false); var keeping = bare(true)) {
            var sides = List.of(redress, bare, keeping);
            for (var side : sides) {
                side.seconds(next, Size.WARM_UP, Size.CLIENTS);
            }
            var rounds = new ArrayList<double[]>();
            for (int round = 0; round < Size.ROUNDS; round++) {
                var perSecond = new double[sides.size()];
                for (int i = 0; i < perSecond.length; i++) {
                    perSecond[i] = Size.CASES / sides.get(i).seconds(next, Size.CASES, Size.CLIENTS);
                }
                rounds.add(perSecond);
            }
            assertThat(rounds).isNotEmpty();
            Report.line("Whole loop over HTTP, " + Size.CLIENTS + " clients", Report.number(median(rounds, 0)) + " cases/s");
            Report.line("Bare engine, only what routes as variables", Report.number(median(rounds, 1)) + " cases/s");
            Report.line("Bare engine, every answer of a form as a variable", Report.number(median(rounds, 2)) + " cases/s");
            Report.atLeast("Redress / bare engine with only what routes", ratio(rounds, 1), 0.8, 1.0, "");
            Report.atLeast("Redress / bare engine with every answer", ratio(rounds, 2), 0.8, 1.0, "");
        }
    }

    private BareEngine bare(boolean keepsAnswers) {
        return new BareEngine(database.getJdbcUrl(), database.getUsername(), database.getPassword(), keepsAnswers);
    }

    private static double median(List<double[]> rounds, int side) {
        return middle(rounds.stream().map(round -> round[side]).toList());
    }

    /** Round by round, then the middle one: a slow minute of the machine is in both numbers. */
    private static double ratio(List<double[]> rounds, int side) {
        return middle(rounds.stream().map(round -> round[0] / round[side]).toList());
    }

    private static double middle(List<Double> values) {
        return values.stream().sorted(Comparator.naturalOrder()).skip(values.size() / 2).findFirst().orElseThrow();
    }
}
