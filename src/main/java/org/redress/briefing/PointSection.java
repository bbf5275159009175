package org.redress.briefing;

import static org.redress.briefing.Sentences.count;
import static org.redress.briefing.Sentences.number;
import static org.redress.briefing.Sentences.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

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

/**
 * Strengths and weaknesses (优缺点) by a rule that stands in the briefing: a team's work in one business with at least {@value Shares#ENOUGH}
 * ratings, whose whole interval lies above or below the target; besides, the best and the last of all such pairs.
 */
@Component
@Order(5)
class PointSection implements SectionWriter {

    private final Figures figures;
    private final Judge judge;
    private final Sentences words;

    PointSection(Figures figures, Judge judge, Sentences words) {
        this.figures = figures;
        this.judge = judge;
        this.words = words;
    }

    private record Pair(String business, FigureLine team, FigureQuery query) {

        FigureValue value() {
            return team.value();
        }

        double share() {
            return Objects.requireNonNull(value().share());
        }
    }

    @Override
    public Section write(Scope scope) {
        List<Pair> pairs = pairs(scope);
        List<Row> strong = pairs.stream().filter(pair -> judge.of(pair.value()) == Comparison.KEEP_UP).map(pair -> row("strength", pair)).toList();
        List<Row> weak = pairs.stream().filter(pair -> judge.of(pair.value()) == Comparison.IMPROVE)
                .sorted(Comparator.comparingDouble(Pair::share)).map(pair -> row("weakness", pair)).toList();
        List<Row> rows = new ArrayList<>(strong);
        rows.addAll(weak);
        if (pairs.size() > 1) {
            rows.add(row("best", pairs.get(0)));
            rows.add(row("last", pairs.get(pairs.size() - 1)));
        }
        List<Bilingual> findings = new ArrayList<>();
        BigDecimal target = judge.target();
        findings.add(pairs.isEmpty() ? words.say("briefing.finding.noPairs", Shares.ENOUGH) : target == null ? words.say("briefing.finding.noTarget")
                : words.say("briefing.finding.points", pairs.size(), Shares.ENOUGH, strong.size(), weak.size(), words.percent(target)));
        if (pairs.size() > 1) {
            findings.add(said("briefing.finding.best", pairs.get(0)));
            findings.add(said("briefing.finding.last", pairs.get(pairs.size() - 1)));
        }
        List<Table> tables = rows.isEmpty() ? List.of() : List.of(new Table("points", words.say("briefing.caption.points"), List.of(
                words.column("point", Unit.TEXT), words.column("business", Unit.TEXT), words.column("team", Unit.TEXT), words.column("answers", Unit.COUNT),
                words.column("rated", Unit.PERCENT), words.column("low", Unit.PERCENT), words.column("high", Unit.PERCENT)), rows, null));
        return new Section("points", words.say("briefing.section.points"), findings, tables, "");
    }

    /** Those with enough ratings, best first. */
    private List<Pair> pairs(Scope scope) {
        FigureQuery query = scope.query();
        return figures.by(Figure.SATISFACTION_RATED, Dimension.BUSINESS, query).stream()
                .filter(business -> business.value().denominator() >= Shares.ENOUGH)
                .flatMap(business -> {
                    FigureQuery narrowed = query.with(Dimension.BUSINESS, business.code());
                    return figures.by(Figure.SATISFACTION_RATED, Dimension.TEAM, narrowed).stream()
                            .map(team -> new Pair(business.code(), team, narrowed.with(Dimension.TEAM, team.code())));
                })
                .filter(pair -> pair.value().denominator() >= Shares.ENOUGH && !pair.team().code().equals(Dimension.NONE))
                .sorted(Comparator.comparingDouble(Pair::share).reversed().thenComparing(pair -> pair.business() + pair.team().code()))
                .toList();
    }

    private Row row(String point, Pair pair) {
        return new Row(List.of(text(words.say("briefing.point." + point)), text(words.business(pair.business())), text(pair.team().name()),
                count(pair.value().denominator(), Scope.denominator(Figure.SATISFACTION_RATED, pair.query())),
                number(Figure.SATISFACTION_RATED.value(pair.value()), Scope.numerator(Figure.SATISFACTION_RATED, pair.query())),
                number(Shares.low(pair.value()), null), number(Shares.high(pair.value()), null)), false);
    }

    private Bilingual said(String key, Pair pair) {
        return words.say(key, pair.team().name(), words.business(pair.business()),
                words.percent(Objects.requireNonNull(Figure.SATISFACTION_RATED.value(pair.value()))), pair.value().denominator());
    }
}
