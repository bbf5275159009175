package org.redress.figure;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Bilingual;

/**
 * One team of Table 1 (requirements, AN-03). Percentages have two decimals and are null when there is nothing to divide by.
 *
 * @param team              code; "" for the total
 * @param called            customers who were reached by a call, rated or not (回访户数)
 * @param counts            answers by grade, in the order of the scale; answers on other scales under {@code OTHER_SATISFIED}, {@code OTHER_NEUTRAL},
 *                          {@code OTHER_DISSATISFIED}
 * @param unrated           未评价
 * @param published         1 - (一般 + 合格 + 不合格) / called, by what the grades mean: those who did not rate count as satisfied
 * @param rated             satisfied / rated
 * @param unratedShare      unrated / called
 * @param previousPublished the published form a year before
 * @param flags             codes with a number, "MISMATCH:4": four answers more than calls; see message {@code figure.flag.<code>}
 */
public record GradeRow(String team, Bilingual name, long called, Map<String, Long> counts, long unrated, @Nullable BigDecimal published,
        @Nullable BigDecimal rated, @Nullable BigDecimal unratedShare, @Nullable BigDecimal previousPublished, List<String> flags, Comparison comparison) {

    public GradeRow {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
        flags = List.copyOf(flags);
    }
}
