package org.redress.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.campaign.Proportion.Change;

/** Charts, shares and causes against numbers calculated by hand. */
class ControlChartTest {

    private static final YearMonth MONTH = YearMonth.of(2026, 2);

    /** @param history months of 2 in 100 */
    private static ControlChart chart(int history, long count, long of) {
        List<ControlChart.Point> points = new ArrayList<>();
        for (int i = history; i > 0; i--) {
            points.add(new ControlChart.Point(MONTH.minusMonths(i), 2, 100));
        }
        points.add(new ControlChart.Point(MONTH, count, of));
        return new ControlChart(points);
    }

    @Test
    void theLimitIsTheMeanAndThreeTimesTheRootOfItsVariance() {
        // p = 12/600 = 0.02; 3 * sqrt(0.02 * 0.98 / 100) = 3 * 0.014 = 0.042
        assertThat(chart(6, 0, 100).limit(100)).isCloseTo(0.062, within(1e-12));
        // 3 * sqrt(0.0196 / 25) = 3 * 0.028 = 0.084
        assertThat(chart(6, 0, 100).limit(25)).isCloseTo(0.104, within(1e-12));
        // 3 * sqrt(0.0196 / 400) = 3 * 0.007 = 0.021
        assertThat(chart(6, 0, 100).limit(400)).isCloseTo(0.041, within(1e-12));
    }

    @Test
    void theMonthStandsOutAboveItsOwnLimitOnly() {
        assertThat(chart(6, 6, 100).standsOut()).as("6.0 % of 100, limit 6.2 %").isFalse();
        assertThat(chart(6, 7, 100).standsOut()).as("7.0 % of 100, limit 6.2 %").isTrue();
        assertThat(chart(6, 16, 400).standsOut()).as("4.0 % of 400, limit 4.1 %").isFalse();
        assertThat(chart(6, 17, 400).standsOut()).as("4.25 % of 400, limit 4.1 %").isTrue();
        assertThat(chart(6, 3, 25).standsOut()).as("12 % of 25, limit 10.4 %").isTrue();
    }

    @Test
    void smallNumbersProveNothing() {
        assertThat(chart(6, 2, 19).standsOut()).as("an n of 19").isFalse();
        assertThat(chart(6, 10, 19).standsOut()).as("an n of 19, however bad").isFalse();
        assertThat(chart(5, 50, 100).standsOut()).as("five months of history").isFalse();
        var clean = new ArrayList<>(List.of(new ControlChart.Point(MONTH, 2, 30)));
        for (int i = 1; i <= 8; i++) {
            clean.add(0, new ControlChart.Point(MONTH.minusMonths(i), 0, 30));
        }
        assertThat(new ControlChart(clean).limit(30)).as("never a bad one").isZero();
        assertThat(new ControlChart(clean).standsOut()).as("two bad ones").isFalse();
        clean.set(8, new ControlChart.Point(MONTH, 3, 30));
        assertThat(new ControlChart(clean).standsOut()).as("three bad ones").isTrue();
    }

    @Test
    void aMonthWithoutJobsIsNoPointOfHistory() {
        var points = new ArrayList<>(chart(6, 7, 100).points());
        points.set(2, new ControlChart.Point(points.get(2).month(), 0, 0));
        assertThat(new ControlChart(points).standsOut()).as("five months are left").isFalse();
    }

    @Test
    void twoSharesDifferOrItIsChance() {
        assertThat(new Proportion(35, 100).to(new Proportion(10, 100))).isEqualTo(Change.FALLEN);
        assertThat(new Proportion(10, 100).to(new Proportion(35, 100))).isEqualTo(Change.RISEN);
        assertThat(new Proportion(15, 100).to(new Proportion(10, 100))).isEqualTo(Change.CHANCE);
        // Fisher's tea: of the 70 ways, 1 + 16 + 16 + 1 weigh no more than three right of four
        assertThat(new Proportion(3, 4).chanceOf(new Proportion(1, 4))).isCloseTo(34.0 / 70, within(1e-12));
        assertThat(new Proportion(4, 4).chanceOf(new Proportion(0, 4))).isCloseTo(2.0 / 70, within(1e-12));
        assertThat(new Proportion(2, 4).chanceOf(new Proportion(2, 4))).isCloseTo(1, within(1e-12));
        assertThat(new Proportion(8, 70).to(new Proportion(6, 478))).as("few bad ones, and still no chance").isEqualTo(Change.FALLEN);
        assertThat(new Proportion(4, 100).to(new Proportion(0, 100))).isEqualTo(Change.CHANCE);
        assertThat(new Proportion(0, 300_000).to(new Proportion(50_000, 300_000))).as("large numbers stay numbers").isEqualTo(Change.RISEN);
        assertThat(new Proportion(4, 100).to(Proportion.NONE)).isEqualTo(Change.NOTHING);
    }

    @Test
    void fewCausesMakeUpMost() {
        Pareto pareto = Pareto.of(Map.of("late", 10L, "rude", 5L, "price", 4L, "wall", 1L, "none", 0L));
        assertThat(pareto.total()).isEqualTo(20);
        assertThat(pareto.bars()).extracting(Pareto.Bar::cause).containsExactly("late", "rude", "price", "wall");
        assertThat(pareto.bars()).extracting(Pareto.Bar::sum).containsExactly(10L, 15L, 19L, 20L);
        assertThat(pareto.vitalFew()).as("15 of 20 is not yet four fifths").hasSize(3);
        assertThat(Pareto.of(Map.of()).vitalFew()).isEmpty();
        assertThat(Pareto.of(Map.of("b", 2L, "a", 2L)).bars()).extracting(Pareto.Bar::cause).containsExactly("a", "b");
    }

    @Test
    void monthsFallIntoPhases() {
        var counts = new java.util.TreeMap<YearMonth, Proportion>();
        for (int i = 0; i < 8; i++) {
            counts.put(YearMonth.of(2026, 1 + i), new Proportion(i == 3 ? 30 : 5, 100));
        }
        YearMonth april = YearMonth.of(2026, 4);
        Effect effect = Effect.of(Signal.DISSATISFACTION_RATE, counts, YearMonth.of(2026, 1), YearMonth.of(2026, 8), april, april, YearMonth.of(2026, 5));
        assertThat(effect.total(Effect.Phase.BEFORE)).isEqualTo(new Proportion(15, 300));
        assertThat(effect.total(Effect.Phase.ABOUT)).isEqualTo(new Proportion(30, 100));
        assertThat(effect.total(Effect.Phase.MEANWHILE)).as("the month of the decision is neither").isEqualTo(new Proportion(5, 100));
        assertThat(effect.total(Effect.Phase.AFTER)).isEqualTo(new Proportion(15, 300));
        assertThat(effect.sinceCampaign()).isEqualTo(Change.FALLEN);
        assertThat(effect.sinceBefore()).as("back to where it was, not better").isEqualTo(Change.CHANCE);
        assertThat(Effect.of(Signal.DISSATISFACTION_RATE, counts, YearMonth.of(2026, 1), YearMonth.of(2026, 8), april, april, null)
                .total(Effect.Phase.AFTER).isEmpty()).isTrue();
    }
}
