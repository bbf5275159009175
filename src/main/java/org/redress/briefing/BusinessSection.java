package org.redress.briefing;

import static org.redress.briefing.Sentences.count;
import static org.redress.briefing.Sentences.number;
import static org.redress.briefing.Sentences.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.redress.briefing.BriefingContent.Cell;
import org.redress.briefing.BriefingContent.Chart;
import org.redress.briefing.BriefingContent.ChartKind;
import org.redress.briefing.BriefingContent.Row;
import org.redress.briefing.BriefingContent.Section;
import org.redress.briefing.BriefingContent.Table;
import org.redress.figure.Comparison;
import org.redress.figure.Dimension;
import org.redress.figure.Figure;
import org.redress.figure.FigureLine;
import org.redress.figure.FigureQuery;
import org.redress.figure.FigureValue;
import org.redress.figure.Figures;
import org.redress.shared.Bilingual;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Each kind of service against the target, with the interval that its number of answers leaves. */
@Component
@Order(3)
class BusinessSection implements SectionWriter {

    private static final int PUBLISHED = 2;
    private static final int RATED = 4;

    private final Figures figures;
    private final Judge judge;
    private final Sentences words;

    BusinessSection(Figures figures, Judge judge, Sentences words) {
        this.figures = figures;
        this.judge = judge;
        this.words = words;
    }

    @Override
    public Section write(Scope scope) {
        FigureQuery query = scope.query();
        Map<String, FigureLine> rated = byCode(figures.by(Figure.SATISFACTION_RATED, Dimension.BUSINESS, query));
        Map<String, FigureLine> unrated = byCode(figures.by(Figure.UNRATED_SHARE, Dimension.BUSINESS, query));
        List<Row> rows = new ArrayList<>();
        List<Bilingual> below = new ArrayList<>();
        List<Bilingual> above = new ArrayList<>();
        for (FigureLine line : figures.by(Figure.SATISFACTION_PUBLISHED, Dimension.BUSINESS, query)) {
            if (line.value().denominator() == 0) {
                continue;
            }
            FigureLine answers = rated.get(line.code());
            FigureValue value = answers == null ? FigureValue.EMPTY : answers.value();
            Comparison comparison = judge.of(value);
            if (comparison == Comparison.IMPROVE) {
                below.add(words.business(line.code()));
            } else if (comparison == Comparison.KEEP_UP) {
                above.add(words.business(line.code()));
            }
            rows.add(row(line, answers, unrated.get(line.code()), comparison, query.with(Dimension.BUSINESS, line.code())));
        }
        Bilingual title = words.say("briefing.section.businesses");
        if (rows.isEmpty()) {
            return new Section("businesses", title, List.of(words.say("briefing.withoutCalls")), List.of(), "");
        }
        Table table = new Table("businesses", words.say("briefing.caption.businesses"), List.of(words.column("business", Unit.TEXT),
                words.column("called", Unit.COUNT), words.column("published", Unit.PERCENT), words.column("answers", Unit.COUNT),
                words.column("rated", Unit.PERCENT), words.column("low", Unit.PERCENT), words.column("high", Unit.PERCENT),
                words.column("unratedShare", Unit.PERCENT), words.column("yearBefore", Unit.PERCENT), words.column("verdict", Unit.TEXT)), rows,
                new Chart(ChartKind.DOTS, finding(above, below, rows.size()), List.of(PUBLISHED, RATED), judge.target()));
        return new Section("businesses", title, List.of(), List.of(table), "");
    }

    private Row row(FigureLine published, @Nullable FigureLine rated, @Nullable FigureLine unrated,
            Comparison comparison, FigureQuery query) {
        FigureValue value = rated == null ? FigureValue.EMPTY : rated.value();
        return new Row(List.of(text(words.business(published.code())),
                count(published.value().denominator(), Scope.denominator(Figure.SATISFACTION_PUBLISHED, query)),
                number(Figure.SATISFACTION_PUBLISHED.value(published.value()), Scope.numerator(Figure.SATISFACTION_PUBLISHED, query)),
                count(value.denominator(), Scope.denominator(Figure.SATISFACTION_RATED, query)),
                number(Figure.SATISFACTION_RATED.value(value), Scope.numerator(Figure.SATISFACTION_RATED, query)),
                number(Shares.low(value), null), number(Shares.high(value), null),
                unrated == null ? Cell.NONE : number(Figure.UNRATED_SHARE.value(unrated.value()), Scope.numerator(Figure.UNRATED_SHARE, query)),
                rated == null || rated.yearBefore() == null ? Cell.NONE : number(Figure.SATISFACTION_RATED.value(rated.yearBefore()), null),
                text(words.say("enum.Comparison." + comparison))), false);
    }

    private Bilingual finding(List<Bilingual> above, List<Bilingual> below, int all) {
        BigDecimal share = judge.target();
        if (share == null) {
            return words.say("briefing.finding.noTarget");
        }
        Bilingual target = words.percent(share);
        if (below.isEmpty()) {
            return words.say(above.isEmpty() ? "briefing.finding.businessesUnclear" : "briefing.finding.businessesAbove", target, above.size(), all);
        }
        return words.say("briefing.finding.businessesBelow", target, words.list(below), below.size(), all);
    }

    private static Map<String, FigureLine> byCode(List<FigureLine> lines) {
        return lines.stream().collect(Collectors.toMap(FigureLine::code, Function.identity()));
    }
}
