package org.redress.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Bilingual;
import org.redress.shared.Business;
import org.redress.shared.Problem;
import org.springframework.stereotype.Service;

/**
 * Table 1. The total comes from the summed counts. The total of a year before is what was printed then where that was sent; otherwise it comes from
 * the summed counts; where only percentages of teams are left, it is their plain mean, as the source document itself did for 2008, and says so.
 */
@Service
class GradeTableService implements GradeTables {

    private static final String TOTAL = "";
    private static final String USUAL_SCALE = "GRADE5";

    private static final Part CALLED = Part.of("called", AskMark.REACHED, AskMark.CALL).without(AskMark.CAMPAIGN);
    private static final List<Part> PARTS = List.of(CALLED, called(AskMark.SATISFIED), called(AskMark.NEUTRAL), called(AskMark.DISSATISFIED));

    private final FigureKeeper keeper;
    private final FigureSums sums;
    private final FormerYears former;
    private final FormerStore grades;
    private final Targets targets;
    private final FigureNames names;

    GradeTableService(FigureKeeper keeper, FigureSums sums, FormerYears former, FormerStore grades, Targets targets, FigureNames names) {
        this.keeper = keeper;
        this.sums = sums;
        this.former = former;
        this.grades = grades;
        this.targets = targets;
        this.names = names;
    }

    private static Part called(AskMark mark) {
        return new Part(mark.name(), CALLED.all() | mark.bit(), CALLED.none());
    }

    @Override
    public GradeTable table(PeriodKind kind, LocalDate from, @Nullable Business business) {
        if (!kind.start(from).equals(from)) {
            throw Problem.invalid("from", "figure.problem.notTheStart", from.toString());
        }
        keeper.catchUpForReader();
        SortedMap<String, Tally> now = tallies(kind, from, business);
        Previous before = previous(kind, kind.yearBefore(from), business);
        String scale = scale(now.values());
        List<FormerStore.Graded> columns = grades.grades(scale);
        List<GradeRow> rows = new ArrayList<>();
        now.forEach((team, tally) -> rows.add(row(team, names.of(Dimension.TEAM, team), tally, scale, columns, before.percent().get(team), false)));
        Tally sum = now.values().stream().reduce(Tally.NOTHING, Tally::plus);
        return new GradeTable(kind, from, kind.end(from), business,
                columns.stream().map(grade -> new GradeTable.Grade(grade.code(), new Bilingual(grade.nameEn(), grade.nameZh()))).toList(), rows,
                row(TOTAL, names.total(), sum, scale, columns, before.percent().get(TOTAL), before.mean()));
    }

    private SortedMap<String, Tally> tallies(PeriodKind kind, LocalDate from, @Nullable Business business) {
        Map<Dimension, String> only = business == null ? Map.of() : Map.of(Dimension.BUSINESS, business.name());
        SortedMap<String, Tally> tallies = new TreeMap<>();
        for (FigureSums.Graded graded : sums.grades(from, kind.end(from), only, PARTS)) {
            List<Long> n = graded.counts();
            if (n.get(0) > 0) {
                long rated = n.get(1) + n.get(2) + n.get(3);
                SortedMap<String, Long> counts = new TreeMap<>(rated == 0 ? Map.of() : Map.of(graded.grade(), rated));
                tallies.merge(graded.team(), new Tally(n.get(0), counts, n.get(1), n.get(2), n.get(3), n.get(0) - rated), Tally::plus);
            }
        }
        return tallies.isEmpty() ? former.tallies(kind, FigureQuery.of(kind, from), business == null ? null : business.name()) : tallies;
    }

    /** @param mean whether the total is a plain mean of the teams' percentages */
    private record Previous(Map<String, BigDecimal> percent, boolean mean) {
    }

    private Previous previous(PeriodKind kind, LocalDate from, @Nullable Business business) {
        Map<String, BigDecimal> percent = new TreeMap<>();
        SortedMap<String, Tally> tallies = tallies(kind, from, business);
        tallies.forEach((team, tally) -> put(percent, team, tally.published()));
        SortedMap<String, BigDecimal> printed = former.printed(kind, FigureQuery.of(kind, from), business == null ? null : business.name());
        printed.forEach(percent::putIfAbsent);
        if (!percent.containsKey(TOTAL) && !percent.isEmpty()) {
            boolean counted = tallies.keySet().containsAll(percent.keySet());
            put(percent, TOTAL, counted ? tallies.values().stream().reduce(Tally.NOTHING, Tally::plus).published() : mean(percent.values()));
            return new Previous(percent, !counted);
        }
        return new Previous(percent, false);
    }

    private static void put(Map<String, BigDecimal> map, String team, @Nullable BigDecimal value) {
        if (value != null) {
            map.put(team, value);
        }
    }

    private static BigDecimal mean(Collection<BigDecimal> values) {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add).divide(BigDecimal.valueOf(values.size()), 2, RoundingMode.HALF_UP);
    }

    /** The scale with most answers gives the columns. */
    private static String scale(Collection<Tally> tallies) {
        Map<String, Long> answers = new TreeMap<>();
        tallies.forEach(tally -> tally.counts().forEach((grade, n) -> answers.merge(grade.substring(0, grade.indexOf(':')), n, Long::sum)));
        return answers.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(USUAL_SCALE);
    }

    private GradeRow row(String team, Bilingual name, Tally tally, String scale, List<FormerStore.Graded> columns, @Nullable BigDecimal previous, boolean mean) {
        Map<String, Long> counts = new LinkedHashMap<>();
        columns.forEach(grade -> counts.put(grade.code(), tally.counts().getOrDefault(scale + ":" + grade.code(), 0L)));
        List<String> flags = new ArrayList<>();
        if (tally.mismatch() != 0) {
            flags.add("MISMATCH:" + tally.mismatch());
        }
        Map<String, Long> others = others(tally, scale, columns);
        counts.putAll(others);
        if (!others.isEmpty()) {
            flags.add("OTHER_SCALES:" + others.values().stream().mapToLong(Long::longValue).sum());
        }
        if (mean) {
            flags.add("PREVIOUS_IS_MEAN");
        }
        return new GradeRow(team, name, tally.called(), counts, tally.unrated(), tally.published(), tally.ratedOnly(), tally.unratedShare(), previous, flags,
                comparison(tally, previous));
    }

    /** Answers on other scales, or in grades that the scale no longer has. */
    private Map<String, Long> others(Tally tally, String scale, List<FormerStore.Graded> columns) {
        Map<String, Long> others = new LinkedHashMap<>();
        Map<String, Long> shown = new TreeMap<>();
        columns.forEach(grade -> shown.merge(grade.meaning(), tally.counts().getOrDefault(scale + ":" + grade.code(), 0L), Long::sum));
        Map.of("SATISFIED", tally.satisfied(), "NEUTRAL", tally.neutral(), "DISSATISFIED", tally.dissatisfied()).entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByKey().reversed()).forEach(entry -> {
                    long more = entry.getValue() - shown.getOrDefault(entry.getKey(), 0L);
                    if (more > 0) {
                        others.put("OTHER_" + entry.getKey(), more);
                    }
                });
        return others;
    }

    private Comparison comparison(Tally tally, @Nullable BigDecimal previous) {
        if (tally.called() == 0) {
            return Comparison.NOTHING;
        }
        FigureValue value = new FigureValue(tally.notBad(), tally.called(), new TreeMap<>());
        Interval interval = Interval.wilson(tally.notBad(), tally.called());
        TargetVerdict verdict = Objects.requireNonNullElse(targets.judge(Figure.SATISFACTION_PUBLISHED, value), TargetVerdict.MET);
        return switch (verdict) {
            case NOT_MET -> Comparison.IMPROVE;
            case TOO_FEW -> Comparison.TOO_FEW;
            case MET -> previous != null && previous.doubleValue() / 100 > interval.high() ? Comparison.SLIPPED : Comparison.KEEP_UP;
        };
    }
}
