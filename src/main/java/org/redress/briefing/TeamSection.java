package org.redress.briefing;

import static org.redress.briefing.Sentences.count;
import static org.redress.briefing.Sentences.number;
import static org.redress.briefing.Sentences.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

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
import org.redress.figure.FigureQuery;
import org.redress.figure.GradeRow;
import org.redress.figure.GradeTable;
import org.redress.figure.GradeTables;
import org.redress.shared.Bilingual;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Table 1: each team, what its customers answered, this period and a year before. */
@Component
@Order(2)
class TeamSection implements SectionWriter {

    /** Columns before the grades: team, called. */
    private static final int BEFORE_GRADES = 2;

    private final GradeTables tables;
    private final BriefingRows sources;
    private final Judge judge;
    private final Sentences words;

    TeamSection(GradeTables tables, BriefingRows sources, Judge judge, Sentences words) {
        this.tables = tables;
        this.sources = sources;
        this.judge = judge;
        this.words = words;
    }

    @Override
    public Section write(Scope scope) {
        GradeTable grades = tables.table(scope.period().kind(), scope.from(), scope.business());
        Bilingual title = words.say("briefing.section.teams");
        if (grades.rows().isEmpty()) {
            return new Section("teams", title, List.of(words.say("briefing.withoutCalls")), List.of(), "");
        }
        List<Column> columns = new ArrayList<>(List.of(words.column("team", Unit.TEXT), words.column("called", Unit.COUNT)));
        grades.grades().forEach(grade -> columns.add(new Column(grade.code(), grade.name(), Unit.COUNT, words.say("briefing.how.grade", grade.name()))));
        boolean others = otherScales(grades.total(), grades) > 0;
        if (others) {
            columns.add(words.column("otherScales", Unit.COUNT));
        }
        columns.addAll(List.of(words.column("unrated", Unit.COUNT), words.column("published", Unit.PERCENT), words.column("rated", Unit.PERCENT),
                words.column("unratedShare", Unit.PERCENT), words.column("yearBeforePublished", Unit.PERCENT), words.column("verdict", Unit.TEXT),
                words.column("flags", Unit.TEXT)));
        String scale = sources.scale(grades.grades().stream().map(GradeTable.Grade::code).toList());
        List<Row> rows = new ArrayList<>();
        grades.rows().forEach(row -> rows.add(row(row, grades, scale, others, scope, false)));
        rows.add(row(grades.total(), grades, scale, others, scope, true));
        int published = BEFORE_GRADES + grades.grades().size() + (others ? 2 : 1);
        Chart chart = new Chart(ChartKind.DOTS, finding(grades.rows()), List.of(published, published + 1, published + 3), judge.target());
        return new Section("teams", title, flags(grades), List.of(new Table("teams", words.say("briefing.caption.teams"), columns, rows, chart)), "");
    }

    private Row row(GradeRow row, GradeTable grades, @Nullable String scale, boolean others, Scope scope, boolean total) {
        FigureQuery query = total ? scope.query() : scope.query().with(Dimension.TEAM, row.team());
        List<Cell> cells = new ArrayList<>();
        cells.add(text(total ? words.say("briefing.total") : row.name()));
        cells.add(count(row.called(), Scope.denominator(Figure.SATISFACTION_PUBLISHED, query)));
        grades.grades().forEach(grade -> cells.add(count(row.counts().getOrDefault(grade.code(), 0L),
                BriefingRows.grade(scale, grade.code(), scope, total ? null : row.team()))));
        if (others) {
            cells.add(count(otherScales(row, grades), null));
        }
        cells.add(count(row.unrated(), Scope.numerator(Figure.UNRATED_SHARE, query)));
        cells.add(number(row.published(), Scope.numerator(Figure.SATISFACTION_PUBLISHED, query)));
        cells.add(number(row.rated(), Scope.numerator(Figure.SATISFACTION_RATED, query)));
        cells.add(number(row.unratedShare(), Scope.numerator(Figure.UNRATED_SHARE, query)));
        cells.add(number(row.previousPublished(), null));
        cells.add(total ? Cell.NONE : text(words.say("enum.Comparison." + row.comparison())));
        cells.add(row.flags().isEmpty() ? Cell.NONE : text(words.list(row.flags().stream().map(this::flag).toList())));
        return new Row(cells, total);
    }

    /** Answers that have no column of their own. */
    private static long otherScales(GradeRow row, GradeTable grades) {
        Set<String> shown = grades.grades().stream().map(GradeTable.Grade::code).collect(Collectors.toSet());
        return row.counts().entrySet().stream().filter(count -> !shown.contains(count.getKey())).mapToLong(Map.Entry::getValue).sum();
    }

    private List<Bilingual> flags(GradeTable grades) {
        List<Bilingual> findings = new ArrayList<>();
        grades.rows().forEach(row -> row.flags().forEach(flag -> findings.add(words.say("briefing.finding.flag", row.name(), flag(flag)))));
        grades.total().flags().forEach(flag -> findings.add(words.say("briefing.finding.flag", words.say("briefing.total"), flag(flag))));
        return findings;
    }

    /** "MISMATCH:4". */
    private Bilingual flag(String flag) {
        String[] parts = flag.split(":", 2);
        return words.say("figure.flag." + parts[0], parts.length > 1 ? parts[1] : "");
    }

    private Bilingual finding(List<GradeRow> rows) {
        // nobody is called last for a handful of answers
        List<GradeRow> rated = rows.stream().filter(row -> row.rated() != null && ratings(row) >= Shares.ENOUGH)
                .sorted(Comparator.comparing((GradeRow row) -> Objects.requireNonNull(row.rated())).reversed()).toList();
        if (rated.isEmpty()) {
            return words.say("briefing.finding.fewRatings", Shares.ENOUGH);
        }
        GradeRow best = rated.get(0);
        GradeRow worst = rated.get(rated.size() - 1);
        BigDecimal target = judge.target();
        if (rated.size() > 1 && target == null) {
            return words.say("briefing.finding.teamsOnly", best.name(), words.percent(value(best)), worst.name(), words.percent(value(worst)));
        }
        return rated.size() == 1 || target == null ? words.say("briefing.finding.oneTeam", best.name(), words.percent(value(best)))
                : words.say("briefing.finding.teams", best.name(), words.percent(value(best)), worst.name(), words.percent(value(worst)),
                        rated.stream().filter(row -> value(row).compareTo(target) >= 0).count(), rated.size(), words.percent(target), Shares.ENOUGH);
    }

    private static long ratings(GradeRow row) {
        return row.counts().values().stream().mapToLong(Long::longValue).sum();
    }

    private static BigDecimal value(GradeRow row) {
        return Objects.requireNonNull(row.rated());
    }
}
