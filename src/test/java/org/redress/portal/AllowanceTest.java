package org.redress.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.redress.MovableClock;

class AllowanceTest {

    private final MovableClock clock = new MovableClock();
    private final Allowance five = new Allowance(5, Duration.ofHours(1), clock);

    @Test
    void soManyAtOnceThenOneForEachPartOfTheTime() {
        use("a", 5);
        assertThatThrownBy(() -> five.take("a")).isInstanceOfSatisfying(TooManyTries.class,
                tries -> assertThat(tries.seconds()).isEqualTo(Duration.ofMinutes(12).toSeconds()));
        five.take("b");
        clock.advance(Duration.ofMinutes(12));
        five.take("a");
        assertThatThrownBy(() -> five.take("a")).isInstanceOf(TooManyTries.class);
        clock.advance(Duration.ofHours(1));
        use("a", 5);
    }

    @Test
    void lookingUsesNothing() {
        use("a", 4);
        for (int i = 0; i < 10; i++) {
            five.look("a");
        }
        five.take("a");
        assertThatThrownBy(() -> five.look("a")).isInstanceOf(TooManyTries.class);
    }

    @Test
    void aClockSetBackShutsNobodyOut() {
        clock.advance(Duration.ofDays(10));
        use("a", 5);
        clock.reset();
        assertThatCode(() -> five.take("a")).doesNotThrowAnyException();
    }

    private void use(String key, int times) {
        for (int i = 0; i < times; i++) {
            five.take(key);
        }
    }
}
