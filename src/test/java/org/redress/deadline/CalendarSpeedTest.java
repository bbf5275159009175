package org.redress.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;
import org.redress.bench.Bench;
import org.redress.bench.Report;

/** Every capture computes five due moments, so one has to be cheap: measured with {@code mvn verify -Pbench}. */
@Bench
class CalendarSpeedTest {

    private static final int ROUNDS = 200_000;

    @Test
    void aDueMomentCostsMicroseconds() {
        double plus = microseconds(i -> At.CHINA.plus(start(i), Budget.businessDays(4)).getEpochSecond());
        double fold = microseconds(i -> ClockLedger.start(ClockKind.RESOLVE, start(i), Severity.S3, Budget.businessDays(4))
                .pause(start(i).plusSeconds(5_000), Budget.businessDays(5), null).resume(start(i).plusSeconds(90_000))
                .read(At.ALWAYS_CHINA).momentAtShare(1.5).getEpochSecond());
        Report.atMost("Four business days over the calendar", plus, 10, 10, " µs");
        Report.atMost("A clock's ledger folded, with its 150 % moment", fold, 100, 100, " µs");
        assertThat(plus).isLessThan(10);
        assertThat(fold).isLessThan(100);
    }

    private static Instant start(int i) {
        return At.at("2026-01-01T00:00").plusSeconds(i * 100L);
    }

    private static double microseconds(IntToLongFunction work) {
        long sum = 0;
        for (int i = 0; i < ROUNDS; i++) {
            sum += work.applyAsLong(i);
        }
        long begin = System.nanoTime();
        for (int i = 0; i < ROUNDS; i++) {
            sum += work.applyAsLong(i);
        }
        double each = (System.nanoTime() - begin) / 1000.0 / ROUNDS;
        assertThat(sum).isNotZero();
        return each;
    }
}
