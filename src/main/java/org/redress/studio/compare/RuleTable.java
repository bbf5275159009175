package org.redress.studio.compare;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Bilingual;

/**
 * A decision table before and after, rule by rule.
 *
 * @param columns conditions first, then conclusions; those that are gone last
 */
public record RuleTable(String decision, List<Column> columns, List<Line> lines) {

    /** @param conclusion whether it says what follows, rather than when */
    public record Column(String id, Bilingual name, boolean conclusion, How how) {
    }

    /**
     * A rule.
     *
     * @param was   its place before, from 1; null when it is new
     * @param now   its place now; null when it is gone
     * @param cells in the order of the columns
     */
    public record Line(How how, String rule, @Nullable Integer was, @Nullable Integer now, String textBefore, String textAfter, List<Cell> cells) {

        public boolean isTextChanged() {
            return how == How.CHANGED && !textBefore.equals(textAfter);
        }
    }

    /** @param before empty for any value, or for no such column */
    public record Cell(String before, String after) {

        public boolean isChanged() {
            return !before.equals(after);
        }
    }
}
