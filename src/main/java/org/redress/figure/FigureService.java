package org.redress.figure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Figures by whatever is asked, this year's and those of a year before. */
@Service
class FigureService implements Figures {

    private static final Comparator<String> UNSAID_LAST = Comparator.comparing((String code) -> code.equals(Dimension.NONE)).thenComparing(code -> code);

    private final FigureKeeper keeper;
    private final FigureSums sums;
    private final Divisors divisors;
    private final FormerYears former;
    private final FigureNames names;
    private final FigureScope scope;
    private final Clock clock;

    FigureService(FigureKeeper keeper, FigureSums sums, Divisors divisors, FormerYears former, FigureNames names, FigureScope scope, Clock clock) {
        this.keeper = keeper;
        this.sums = sums;
        this.divisors = divisors;
        this.former = former;
        this.names = names;
        this.scope = scope;
        this.clock = clock;
    }

    @Override
    public FigureLine total(Figure figure, FigureQuery query) {
        keeper.catchUpForReader();
        FigureValue value = values(figure, query, null).getOrDefault("", FigureValue.EMPTY);
        return new FigureLine("", names.total(), value, values(figure, query.yearBefore(), null).get(""));
    }

    @Override
    public List<FigureLine> by(Figure figure, Dimension dimension, FigureQuery query) {
        if (dimension == Dimension.PERIOD) {
            return series(figure, PeriodKind.MONTH, query);
        }
        keeper.catchUpForReader();
        SortedMap<String, FigureValue> values = values(figure, query, dimension);
        SortedMap<String, FigureValue> before = values(figure, query.yearBefore(), dimension);
        return values.keySet().stream().sorted(UNSAID_LAST)
                .map(code -> new FigureLine(code, names.of(dimension, code), values.get(code), before.get(code))).toList();
    }

    @Override
    public List<FigureLine> series(Figure figure, PeriodKind kind, FigureQuery query) {
        keeper.catchUpForReader();
        FigureQuery earlier = query.at(kind.yearBefore(query.from()), kind.yearBefore(query.to()));
        SortedMap<String, FigureValue> values = periods(figure, kind, query);
        SortedMap<String, FigureValue> before = periods(figure, kind, earlier);
        List<FigureLine> lines = new ArrayList<>();
        for (LocalDate from = kind.start(query.from()); from.isBefore(query.to()); from = kind.end(from)) {
            String code = from.toString();
            lines.add(new FigureLine(code, names.of(Dimension.PERIOD, code), values.getOrDefault(code, FigureValue.EMPTY),
                    before.get(kind.yearBefore(from).toString())));
        }
        return lines;
    }

    private @Nullable Set<String> teams(FigureQuery query, @Nullable Dimension by) {
        return by == Dimension.EMPLOYEE || query.only().containsKey(Dimension.EMPLOYEE) ? scope.teams() : null;
    }

    /** Values that have any row; for a total the code is "". */
    private SortedMap<String, FigureValue> values(Figure figure, FigureQuery query, @Nullable Dimension by) {
        Formula formula = Formulas.of(figure);
        FigureQuery days = formula.isStock() ? stock(query) : query;
        SortedMap<String, FigureValue> values = days == null ? new TreeMap<>() : sums.read(formula, days, by, teams(query, by));
        boolean over = formula.divisor() != Formula.Divisor.ROWS && formula.divisor() != Formula.Divisor.NOTHING;
        if (!over) {
            return values.isEmpty() ? former.values(figure, query, by) : values;
        }
        if (values.isEmpty() && by == null && sums.knowsCasesBefore(query.to())) {
            values.put("", FigureValue.EMPTY); // nobody complained: that is a value
        }
        return values.isEmpty() ? values : divided(formula, query, by, values);
    }

    private SortedMap<String, FigureValue> divided(Formula formula, FigureQuery query, @Nullable Dimension by, SortedMap<String, FigureValue> values) {
        SortedMap<String, Long> jobs = formula.divisor() == Formula.Divisor.JOBS ? jobs(query, by, null) : new TreeMap<>();
        TreeSet<String> codes = new TreeSet<>(values.keySet());
        if (jobsKnow(by)) {
            codes.addAll(jobs.keySet());
        }
        Divisors.Divisor same = formula.divisor() == Formula.Divisor.JOBS || by == Dimension.REGION || by == Dimension.SEGMENT ? null
                : divisor(formula, query, null, "");
        SortedMap<String, FigureValue> divided = new TreeMap<>();
        for (String code : codes) {
            FigureValue value = values.getOrDefault(code, FigureValue.EMPTY);
            divided.put(code, formula.divisor() == Formula.Divisor.JOBS
                    ? new FigureValue(value.numerator(), jobs.getOrDefault(jobsKnow(by) ? code : "", 0L), value.leftOut())
                    : over(value, same == null ? divisor(formula, query, by, code) : same));
        }
        return divided;
    }

    private Divisors.Divisor divisor(Formula formula, FigureQuery query, @Nullable Dimension by, String code) {
        if (formula.divisor() == Formula.Divisor.CALLS) {
            return divisors.calls(query.from(), query.to());
        }
        String region = by == Dimension.REGION ? code : query.only().get(Dimension.REGION);
        String segment = by == Dimension.SEGMENT ? code : query.only().get(Dimension.SEGMENT);
        return divisors.customers(query.to(), region, segment);
    }

    private static FigureValue over(FigureValue value, Divisors.Divisor divisor) {
        SortedMap<String, Long> beside = new TreeMap<>(value.beside());
        beside.putAll(divisor.beside());
        return new FigureValue(value.numerator(), divisor.n(), value.leftOut(), beside);
    }

    private static boolean jobsKnow(@Nullable Dimension dimension) {
        return dimension != Dimension.CHANNEL && dimension != Dimension.EMPLOYEE;
    }

    private SortedMap<String, Long> jobs(FigureQuery query, @Nullable Dimension by, @Nullable PeriodKind kind) {
        Map<Dimension, String> only = new EnumMap<>(Dimension.class);
        query.only().forEach((dimension, code) -> {
            if (jobsKnow(dimension)) {
                only.put(dimension, code);
            }
        });
        return sums.jobs(new FigureQuery(query.from(), query.to(), only), jobsKnow(by) ? by : null, kind, teams(query, by));
    }

    /** Everything until the end of the days, or of today where they are not over. Null when they have not begun. */
    private @Nullable FigureQuery stock(FigureQuery query) {
        LocalDate tomorrow = LocalDate.ofInstant(clock.instant(), keeper.zone()).plusDays(1);
        if (!query.from().isBefore(tomorrow)) {
            return null;
        }
        return query.at(SumSql.BEGINNING, query.to().isBefore(tomorrow) ? query.to() : tomorrow);
    }

    private SortedMap<String, FigureValue> periods(Figure figure, PeriodKind kind, FigureQuery query) {
        Formula formula = Formulas.of(figure);
        SortedMap<String, FigureValue> values = new TreeMap<>();
        if (formula.divisor() == Formula.Divisor.ROWS && !formula.isStock()) {
            values.putAll(sums.read(formula, query, kind, teams(query, null)));
        }
        boolean each = !(formula.divisor() == Formula.Divisor.ROWS && !formula.isStock());
        for (LocalDate from = kind.start(query.from()); from.isBefore(query.to()); from = kind.end(from)) {
            FigureQuery period = query.at(later(from, query.from()), earlier(kind.end(from), query.to()));
            if (each || !values.containsKey(from.toString())) {
                FigureValue value = (each ? values(figure, period, null) : former.values(figure, period, null)).get("");
                if (value != null) {
                    values.put(from.toString(), value);
                }
            }
        }
        return values;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
