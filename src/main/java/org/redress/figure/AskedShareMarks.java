package org.redress.figure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Finds where fewer customers are asked just when ratings fall (QS-07: staff avoid ratings that affect their pay).
 *
 * <p>The rule: the period is compared with the three of the same kind before it, taken together. The share of jobs whose customer was asked, and the
 * share of ratings that are satisfied, are each put to a one-sided test of two proportions with pooled variance,
 * z = (p1 - p0) / sqrt(p (1 - p) (1/n1 + 1/n0)). A team or person is marked when both z are below -1.645, that is, when each fall would come by chance
 * less than once in twenty times. With fewer than 30 jobs or 10 ratings on either side nothing is said. A mark is a question, no verdict.
 */
@Service
public class AskedShareMarks {

    /** 5 % of the normal distribution, one side. */
    public static final double LIMIT = -1.6448536269514722;
    public static final int PERIODS_BEFORE = 3;
    public static final int FEWEST_JOBS = 30;
    public static final int FEWEST_RATINGS = 10;

    private final FigureKeeper keeper;
    private final FigureSums sums;
    private final FigureScope scope;
    private final FigureNames names;

    AskedShareMarks(FigureKeeper keeper, FigureSums sums, FigureScope scope, FigureNames names) {
        this.keeper = keeper;
        this.sums = sums;
        this.scope = scope;
        this.names = names;
    }

    /**
     * Every team or person with jobs in the period, the marked ones first.
     *
     * @param by   TEAM or EMPLOYEE; leaders get the people of their own teams only
     * @param only what narrows both periods
     */
    public List<AskedShare> shares(PeriodKind kind, LocalDate from, Dimension by, Map<Dimension, String> only) {
        keeper.catchUpForReader();
        FigureQuery now = new FigureQuery(from, kind.end(from), only);
        FigureQuery then = new FigureQuery(kind.plus(from, -PERIODS_BEFORE), from, only);
        SortedMap<String, FigureValue> asked = read(Figure.ASKED_SHARE, now, by);
        SortedMap<String, FigureValue> askedThen = read(Figure.ASKED_SHARE, then, by);
        SortedMap<String, FigureValue> answered = read(Figure.ANSWERED_SHARE, now, by);
        SortedMap<String, FigureValue> rated = read(Figure.SATISFACTION_RATED, now, by);
        SortedMap<String, FigureValue> ratedThen = read(Figure.SATISFACTION_RATED, then, by);
        return new TreeSet<>(asked.keySet()).stream().map(code -> {
            FigureValue one = of(asked, code);
            FigureValue other = of(askedThen, code);
            return new AskedShare(code, names.of(by, code), one, other, of(answered, code), of(rated, code), of(ratedThen, code),
                    score(one, other, FEWEST_JOBS), score(of(rated, code), of(ratedThen, code), FEWEST_RATINGS));
        }).sorted((left, right) -> Boolean.compare(right.marked(), left.marked())).toList();
    }

    /** The marked ones alone. */
    public List<AskedShare> marks(PeriodKind kind, LocalDate from, Dimension by) {
        return shares(kind, from, by, Map.of()).stream().filter(AskedShare::marked).toList();
    }

    private SortedMap<String, FigureValue> read(Figure figure, FigureQuery query, Dimension by) {
        return sums.read(Formulas.of(figure), query, by, by == Dimension.EMPLOYEE ? scope.teams() : null);
    }

    private static FigureValue of(SortedMap<String, FigureValue> values, String code) {
        return values.getOrDefault(code, FigureValue.EMPTY);
    }

    /** Null when there are too few on either side. Two shares that are both none or all did not change: 0. */
    static @Nullable Double score(FigureValue now, FigureValue then, int fewest) {
        double n1 = now.denominator();
        double n0 = then.denominator();
        if (n1 < fewest || n0 < fewest) {
            return null;
        }
        double pooled = (now.numerator() + then.numerator()) / (n1 + n0);
        double spread = Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n0));
        return spread == 0 ? 0.0 : (now.numerator() / n1 - then.numerator() / n0) / spread;
    }
}
