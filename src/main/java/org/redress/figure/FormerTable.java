package org.redress.figure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Business;

/** A table of answers of a period before the system (历史汇总表). */
public record FormerTable(PeriodKind period, LocalDate from, Business business, List<Row> rows) {

    /**
     * @param team      code; "" for the total as it was printed
     * @param called    null where only the published percentage is left
     * @param scale     the scale the counts are of; null without counts
     * @param published as it was printed then, per cent; null where it was not
     */
    public record Row(String team, @Nullable Long called, @Nullable String scale, Map<String, Long> counts, long unrated, @Nullable BigDecimal published) {

        /** Answers more than calls; negative where there are fewer. */
        long mismatch() {
            return called == null ? 0 : counts.values().stream().mapToLong(Long::longValue).sum() + unrated - called;
        }
    }
}
