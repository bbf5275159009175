package org.redress.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Answers of customers who were called, added up. Grades count by what they mean, so that every scale has its place: 一般, 合格 and 不合格 are
 * "not satisfied" because their meaning is NEUTRAL or DISSATISFIED.
 *
 * @param counts by "SCALE:GRADE"
 */
record Tally(long called, SortedMap<String, Long> counts, long satisfied, long neutral, long dissatisfied, long unrated) {

    static final Tally NOTHING = new Tally(0, new TreeMap<>(), 0, 0, 0, 0);

    Tally plus(Tally other) {
        SortedMap<String, Long> sum = new TreeMap<>(counts);
        other.counts.forEach((grade, n) -> sum.merge(grade, n, Long::sum));
        return new Tally(called + other.called, sum, satisfied + other.satisfied, neutral + other.neutral, dissatisfied + other.dissatisfied,
                unrated + other.unrated);
    }

    static Tally of(FormerTable.Row row, Map<String, String> meanings) {
        SortedMap<String, Long> counts = new TreeMap<>();
        TreeMap<String, Long> by = new TreeMap<>();
        row.counts().forEach((grade, n) -> {
            counts.put(row.scale() + ":" + grade, n);
            by.merge(meanings.getOrDefault(grade, ""), n, Long::sum);
        });
        return new Tally(row.called() == null ? 0 : row.called(), counts, by.getOrDefault("SATISFIED", 0L), by.getOrDefault("NEUTRAL", 0L),
                by.getOrDefault("DISSATISFIED", 0L), row.unrated());
    }

    long rated() {
        return satisfied + neutral + dissatisfied;
    }

    /** Those who were not 一般 or worse; never below nothing where a table has more answers than calls. */
    long notBad() {
        return Math.max(0, called - neutral - dissatisfied);
    }

    /** Answers more than calls. */
    long mismatch() {
        return rated() + unrated - called;
    }

    @Nullable BigDecimal published() {
        return percent(notBad(), called);
    }

    @Nullable BigDecimal ratedOnly() {
        return percent(satisfied, rated());
    }

    @Nullable BigDecimal unratedShare() {
        return percent(unrated, called);
    }

    static @Nullable BigDecimal percent(long some, long all) {
        return all == 0 ? null : BigDecimal.valueOf(some).multiply(BigDecimal.valueOf(100)).divide(BigDecimal.valueOf(all), 2, RoundingMode.HALF_UP);
    }
}
