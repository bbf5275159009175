package org.redress.briefing;

import static org.redress.briefing.Sentences.count;
import static org.redress.briefing.Sentences.number;
import static org.redress.briefing.Sentences.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.redress.briefing.BriefingContent.Cell;
import org.redress.briefing.BriefingContent.Chart;
import org.redress.briefing.BriefingContent.ChartKind;
import org.redress.briefing.BriefingContent.Column;
import org.redress.briefing.BriefingContent.Row;
import org.redress.briefing.BriefingContent.Section;
import org.redress.briefing.BriefingContent.Table;
import org.redress.figure.Dimension;
import org.redress.figure.Figure;
import org.redress.shared.Bilingual;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How many complaints there were, period by period and by class, and which causes make up most of them. */
@Component
@Order(4)
class ComplaintSection implements SectionWriter {

    private static final int PERIODS = 12;
    private static final int SERIES = 6;
    private static final int CAUSES = 10;
    /** Causes that together make up so much are named in the finding. */
    private static final int MOST = 80;

    private final ComplaintNumbers numbers;
    private final Sentences words;

    ComplaintSection(ComplaintNumbers numbers, Sentences words) {
        this.numbers = numbers;
        this.words = words;
    }

    @Override
    public Section write(Scope scope) {
        List<Table> tables = new ArrayList<>();
        tables.add(overTime(scope));
        List<ComplaintNumbers.Group> causes = numbers.byCategory(scope);
        if (!causes.isEmpty()) {
            tables.add(causes(scope, causes));
        }
        return new Section("complaints", words.say("briefing.section.complaints"),
                causes.isEmpty() ? List.of(words.say("briefing.finding.noComplaints")) : List.of(), tables, "");
    }

    private Table overTime(Scope scope) {
        List<Period> periods = IntStream.rangeClosed(1 - PERIODS, 0).mapToObj(scope.period()::step).toList();
        Map<String, long[]> counts = new HashMap<>();
        long[] total = new long[PERIODS];
        for (ComplaintNumbers.Cell cell : numbers.byClass(periods, scope.business())) {
            counts.computeIfAbsent(code(cell.code()), any -> new long[PERIODS])[cell.period()] += cell.count();
            total[cell.period()] += cell.count();
        }
        List<String> classes = counts.entrySet().stream().sorted(Comparator.comparingLong((Map.Entry<String, long[]> entry) -> -sum(entry.getValue()))
                .thenComparing(Map.Entry::getKey)).map(Map.Entry::getKey).toList();
        List<Column> columns = new ArrayList<>(List.of(words.column("period", Unit.TEXT), words.column("complaints", Unit.COUNT)));
        classes.forEach(code -> columns.add(new Column(code, className(code), Unit.COUNT, words.say("briefing.how.class", className(code)))));
        List<Row> rows = new ArrayList<>();
        for (int at = 0; at < PERIODS; at++) {
            int period = at;
            String there = Scope.numerator(Figure.COMPLAINTS_PER_1000_JOBS, scope.query(periods.get(at)));
            rows.add(new Row(Stream.concat(Stream.of(text(Sentences.unnamed(periods.get(at).code())), count(total[at], there)),
                    classes.stream().map(code -> count(counts.getOrDefault(code, new long[PERIODS])[period],
                            BriefingRows.complaints(BriefingRows.Of.CLASS, code, periods.get(period), scope)))).toList(), false));
        }
        List<Integer> series = IntStream.rangeClosed(1, Math.min(SERIES, classes.size() + 1)).boxed().toList();
        return new Table("complaintsOverTime", words.say("briefing.caption.complaintsOverTime"), columns, rows,
                new Chart(ChartKind.LINE, overTimeFinding(total), series, null));
    }

    private Bilingual overTimeFinding(long[] total) {
        long now = total[PERIODS - 1];
        long before = total[PERIODS - 2];
        long mean = Math.round(IntStream.range(0, PERIODS - 1).mapToLong(at -> total[at]).average().orElse(0));
        return words.say("briefing.finding.complaints." + Integer.signum(Long.compare(now, before)), now, Math.abs(now - before), before, mean);
    }

    private Table causes(Scope scope, List<ComplaintNumbers.Group> causes) {
        long all = causes.stream().mapToLong(ComplaintNumbers.Group::count).sum();
        Map<String, Long> before = new HashMap<>();
        numbers.byCategory(new Scope(scope.period().previous(), scope.business())).forEach(each -> before.put(code(each.code()), each.count()));
        List<Row> rows = new ArrayList<>();
        List<Bilingual> most = new ArrayList<>();
        long together = 0;
        for (ComplaintNumbers.Group cause : causes.subList(0, Math.min(CAUSES, causes.size()))) {
            if (together * 100 < all * MOST) {
                most.add(name(cause));
            }
            together += cause.count();
            rows.add(new Row(List.of(text(name(cause)), count(cause.count(), BriefingRows.complaints(BriefingRows.Of.CATEGORY, cause.code(), scope.period(), scope)), number(Shares.share(cause.count(), all), null),
                    number(Shares.share(together, all), null), count(before.getOrDefault(code(cause.code()), 0L),
                            BriefingRows.complaints(BriefingRows.Of.CATEGORY, cause.code(), scope.period().previous(), scope))), false));
        }
        if (causes.size() > CAUSES) {
            long rest = all - together;
            rows.add(new Row(List.of(text(words.say("briefing.others", causes.size() - CAUSES)), count(rest, null),
                    number(Shares.share(rest, all), null), number(Shares.share(all, all), null), Cell.NONE), false));
        }
        rows.add(new Row(List.of(text(words.say("briefing.total")), count(all, Scope.numerator(Figure.COMPLAINTS_PER_1000_JOBS, scope.query())),
                number(Shares.share(all, all), null), Cell.NONE, count(before.values().stream().mapToLong(Long::longValue).sum(),
                        Scope.numerator(Figure.COMPLAINTS_PER_1000_JOBS, scope.query(scope.period().previous())))), true));
        Bilingual finding = words.say("briefing.finding.causes", words.list(most), most.size(), words.percent(Objects.requireNonNull(Shares.share(
                causes.subList(0, most.size()).stream().mapToLong(ComplaintNumbers.Group::count).sum(), all))));
        return new Table("causes", words.say("briefing.caption.causes"), List.of(words.column("cause", Unit.TEXT), words.column("complaints", Unit.COUNT),
                words.column("shareOfAll", Unit.PERCENT), words.column("together", Unit.PERCENT), words.column("periodBefore", Unit.COUNT)), rows,
                new Chart(ChartKind.PARETO, finding, List.of(1, 3), null));
    }

    private Bilingual name(ComplaintNumbers.Group cause) {
        return cause.name() == null ? words.say("briefing.uncategorised") : cause.name();
    }

    private static String code(@Nullable String code) {
        return code == null ? Dimension.NONE : code;
    }

    private Bilingual className(String code) {
        return code.equals(Dimension.NONE) ? words.say("briefing.uncategorised") : words.say("enum.CategoryClass." + code);
    }

    private static long sum(long[] counts) {
        return Arrays.stream(counts).sum();
    }
}
