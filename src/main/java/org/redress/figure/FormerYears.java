package org.redress.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.redress.organisation.Organisation;
import org.redress.shared.FieldProblem;
import org.redress.shared.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers of years before the system, as tables. They stand in for rows of ours only where there are none at all in exactly that period: a year is
 * never added up from its months, nor a month cut out of its year.
 */
@Component
public class FormerYears {

    private static final Set<Figure> KNOWN = Set.of(Figure.SATISFACTION_PUBLISHED, Figure.SATISFACTION_RATED, Figure.UNRATED_SHARE, Figure.DISSATISFIED_RATE);
    private static final int MOST = 1_000;
    private static final String TOTAL = "";

    private final FormerStore store;
    private final Organisation organisation;

    FormerYears(FormerStore store, Organisation organisation) {
        this.store = store;
        this.organisation = organisation;
    }

    /** @param answers more answers than calls; fewer where negative. team "" is the total */
    public record Mismatch(String team, long answers) {
    }

    /**
     * Keeps the rows of a table; those of the same period, business and team are replaced.
     *
     * @return where answers and calls do not agree, the total of all rows known by now last
     * @throws Problem 422 naming every field that is wrong; then nothing is kept
     */
    @Transactional
    public List<Mismatch> keep(FormerTable table) {
        List<FieldProblem> problems = problems(table);
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
        table.rows().forEach(row -> store.put(table, row));
        List<Mismatch> found = new ArrayList<>();
        table.rows().stream().filter(row -> row.mismatch() != 0).forEach(row -> found.add(new Mismatch(row.team(), row.mismatch())));
        long total = store.rows(table.period(), table.from(), table.business().name()).stream().map(FormerStore.Stored::row)
                .filter(row -> !row.team().equals(TOTAL)).mapToLong(FormerTable.Row::mismatch).sum();
        if (total != 0) {
            found.add(new Mismatch(TOTAL, total));
        }
        return found;
    }

    private List<FieldProblem> problems(FormerTable table) {
        List<FieldProblem> problems = new ArrayList<>();
        if (!table.period().start(table.from()).equals(table.from())) {
            problems.add(FieldProblem.of("from", "figure.problem.notTheStart", table.from().toString()));
        }
        if (table.rows().isEmpty() || table.rows().size() > MOST) {
            problems.add(FieldProblem.of("rows", "figure.problem.rows", MOST));
        }
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < table.rows().size(); i++) {
            FormerTable.Row row = table.rows().get(i);
            String field = "rows[" + i + "].";
            if (!row.team().equals(TOTAL) && organisation.team(row.team()).isEmpty()) {
                problems.add(FieldProblem.of(field + "team", "figure.problem.team", row.team()));
            }
            if (seen.contains(row.team())) {
                problems.add(FieldProblem.of(field + "team", "figure.problem.twice", row.team()));
            }
            seen.add(row.team());
            numbers(row, field, problems);
        }
        return problems;
    }

    private void numbers(FormerTable.Row row, String field, List<FieldProblem> problems) {
        if (row.called() == null && row.published() == null) {
            problems.add(FieldProblem.of(field + "called", "figure.problem.nothing"));
        }
        if (row.called() != null && row.called() < 0 || row.unrated() < 0 || row.counts().values().stream().anyMatch(n -> n < 0)) {
            problems.add(FieldProblem.of(field + "called", "figure.problem.negative"));
        }
        if (row.published() != null && (row.published().signum() < 0 || row.published().doubleValue() > 100)) {
            problems.add(FieldProblem.of(field + "published", "figure.problem.percent"));
        }
        Map<String, String> meanings = row.scale() == null ? Map.of() : meanings(row.scale());
        for (String grade : row.counts().keySet()) {
            if (!meanings.containsKey(grade)) {
                problems.add(FieldProblem.of(field + "counts." + grade, "figure.problem.grade", grade, String.valueOf(row.scale())));
            }
        }
    }

    Map<String, String> meanings(String scale) {
        return store.grades(scale).stream().collect(Collectors.toMap(FormerStore.Graded::code, FormerStore.Graded::meaning));
    }

    /** By team; of all businesses together where none is named. Teams of which only a percentage is left are not among them. */
    SortedMap<String, Tally> tallies(PeriodKind kind, FigureQuery query, @Nullable String business) {
        return tallies(store.rows(kind, query.from(), business), Dimension.TEAM);
    }

    /** What was printed, per cent, by team; the total under "". Only of one business: percentages of two cannot be joined. */
    SortedMap<String, java.math.BigDecimal> printed(PeriodKind kind, FigureQuery query, @Nullable String business) {
        SortedMap<String, java.math.BigDecimal> printed = new TreeMap<>();
        List<FormerStore.Stored> rows = store.rows(kind, query.from(), business);
        if (rows.stream().map(FormerStore.Stored::business).distinct().count() == 1) {
            rows.stream().map(FormerStore.Stored::row).filter(row -> row.published() != null)
                    .forEach(row -> printed.put(row.team(), Objects.requireNonNull(row.published())));
        }
        return printed;
    }

    private SortedMap<String, Tally> tallies(List<FormerStore.Stored> rows, @Nullable Dimension by) {
        SortedMap<String, Tally> tallies = new TreeMap<>();
        for (FormerStore.Stored stored : rows) {
            FormerTable.Row row = stored.row();
            if (row.called() != null && !row.team().equals(TOTAL)) {
                String code = by == Dimension.TEAM ? row.team() : by == Dimension.BUSINESS ? stored.business() : "";
                tallies.merge(code, Tally.of(row, row.scale() == null ? Map.of() : meanings(row.scale())), Tally::plus);
            }
        }
        return tallies;
    }

    /** Values of exactly one period, by team, business or as a total; nothing for what tables do not know. */
    SortedMap<String, FigureValue> values(Figure figure, FigureQuery query, @Nullable Dimension by) {
        SortedMap<String, FigureValue> values = new TreeMap<>();
        boolean askable = KNOWN.contains(figure) && (by == null || by == Dimension.TEAM || by == Dimension.BUSINESS)
                && Set.of(Dimension.TEAM, Dimension.BUSINESS).containsAll(query.only().keySet());
        for (PeriodKind kind : PeriodKind.values()) {
            if (askable && kind.start(query.from()).equals(query.from()) && kind.end(query.from()).equals(query.to())) {
                String team = query.only().get(Dimension.TEAM);
                List<FormerStore.Stored> rows = store.rows(kind, query.from(), query.only().get(Dimension.BUSINESS)).stream()
                        .filter(stored -> team == null || stored.row().team().equals(team)).toList();
                tallies(rows, by).forEach((code, tally) -> values.put(code, value(figure, tally)));
            }
        }
        return values;
    }

    private static FigureValue value(Figure figure, Tally tally) {
        SortedMap<String, Long> leftOut = new TreeMap<>();
        if ((figure == Figure.SATISFACTION_RATED || figure == Figure.DISSATISFIED_RATE) && tally.unrated() > 0) {
            leftOut.put("UNRATED", tally.unrated());
        }
        SortedMap<String, Long> beside = new TreeMap<>(Map.of("FORMER_TABLE", tally.called()));
        return switch (figure) {
            case SATISFACTION_RATED -> new FigureValue(tally.satisfied(), tally.rated(), leftOut, beside);
            case DISSATISFIED_RATE -> new FigureValue(tally.dissatisfied(), tally.rated(), leftOut, beside);
            case UNRATED_SHARE -> new FigureValue(tally.unrated(), tally.called(), leftOut, beside);
            default -> new FigureValue(tally.notBad(), tally.called(), leftOut, beside);
        };
    }
}
