package org.redress.briefing;

import static org.redress.briefing.Sentences.count;
import static org.redress.briefing.Sentences.number;
import static org.redress.briefing.Sentences.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.redress.briefing.BriefingContent.Cell;
import org.redress.briefing.BriefingContent.Row;
import org.redress.briefing.BriefingContent.Section;
import org.redress.briefing.BriefingContent.Table;
import org.redress.figure.Figure;
import org.redress.figure.FigureLine;
import org.redress.figure.FigureQuery;
import org.redress.figure.Figures;
import org.redress.shared.Bilingual;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The period in a dozen figures, each with what it is made of. */
@Component
@Order(1)
class OverviewSection implements SectionWriter {

    private static final List<Figure> FIGURES = List.of(Figure.SAMPLED_SHARE, Figure.COVERAGE, Figure.REACHED_SHARE, Figure.LAPSED_SHARE,
            Figure.SATISFACTION_PUBLISHED, Figure.SATISFACTION_RATED, Figure.UNRATED_SHARE, Figure.DISSATISFIED_RATE, Figure.APPOINTMENT_KEPT,
            Figure.TIMELY_RATE, Figure.REOPEN_RATE, Figure.OUTSIDE_SHARE);

    private final Figures figures;
    private final Judge judge;
    private final Sentences words;

    OverviewSection(Figures figures, Judge judge, Sentences words) {
        this.figures = figures;
        this.judge = judge;
        this.words = words;
    }

    @Override
    public Section write(Scope scope) {
        FigureQuery query = scope.query();
        List<Row> rows = new ArrayList<>();
        for (Figure figure : FIGURES) {
            FigureLine line = figures.total(figure, query);
            rows.add(new Row(List.of(text(words.say("enum.Figure." + figure)), number(figure.value(line.value()), null),
                    count(line.value().numerator(), Scope.numerator(figure, query)), count(line.value().denominator(), Scope.denominator(figure, query)),
                    number(Shares.low(line.value()), null), number(Shares.high(line.value()), null),
                    line.yearBefore() == null ? Cell.NONE : number(figure.value(line.yearBefore()), null),
                    text(words.say("figure.formula." + figure))), false));
        }
        Table table = new Table("overview", words.say("briefing.caption.overview"), List.of(words.column("figure", Unit.TEXT),
                words.column("value", Unit.PERCENT), words.column("numerator", Unit.COUNT), words.column("denominator", Unit.COUNT),
                words.column("low", Unit.PERCENT), words.column("high", Unit.PERCENT), words.column("yearBefore", Unit.PERCENT),
                words.column("formula", Unit.TEXT)), rows, null);
        return new Section("overview", words.say("briefing.section.overview"), findings(query), List.of(table), "");
    }

    private List<Bilingual> findings(FigureQuery query) {
        FigureLine published = figures.total(Figure.SATISFACTION_PUBLISHED, query);
        BigDecimal share = Figure.SATISFACTION_PUBLISHED.value(published.value());
        if (share == null) {
            return List.of(words.say("briefing.withoutCalls"));
        }
        FigureLine rated = figures.total(Figure.SATISFACTION_RATED, query);
        BigDecimal ratedOnly = Figure.SATISFACTION_RATED.value(rated.value());
        BigDecimal unrated = Objects.requireNonNull(Figure.UNRATED_SHARE.value(figures.total(Figure.UNRATED_SHARE, query).value()));
        List<Bilingual> findings = new ArrayList<>();
        findings.add(words.say("briefing.finding.overview", published.value().denominator(), words.percent(share),
                ratedOnly == null ? words.say("briefing.none") : words.percent(ratedOnly), words.percent(unrated)));
        BigDecimal target = judge.target();
        if (target != null) {
            findings.add(words.say("briefing.finding.target." + judge.of(rated.value()), words.percent(target)));
        }
        BigDecimal before = published.yearBefore() == null ? null : Figure.SATISFACTION_PUBLISHED.value(published.yearBefore());
        if (before != null) {
            findings.add(words.say("briefing.finding.yearBefore." + Integer.signum(share.compareTo(before)), words.percent(before),
                    words.percent(share.subtract(before).abs())));
        }
        return findings;
    }
}
