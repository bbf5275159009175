package org.redress.figure.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.figure.AskedShare;
import org.redress.figure.AskedShareMarks;
import org.redress.figure.Dimension;
import org.redress.figure.Figure;
import org.redress.figure.FigureLine;
import org.redress.figure.FigureQuery;
import org.redress.figure.FigureTexts;
import org.redress.figure.FigureUpkeep;
import org.redress.figure.FigureValue;
import org.redress.figure.Figures;
import org.redress.figure.Interval;
import org.redress.figure.PeriodKind;
import org.redress.figure.TargetVerdict;
import org.redress.figure.Targets;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/figures}: any figure of any days by any dimension, with what it is made of. */
@RestController
@RequestMapping("/api/v1/figures")
@Tag(name = "Figures")
class FigureApi {

    private final Figures figures;
    private final FigureParameters parameters;
    private final FigureTexts texts;
    private final FigureUpkeep upkeep;
    private final Targets targets;
    private final AskedShareMarks marks;

    FigureApi(Figures figures, FigureParameters parameters, FigureTexts texts, FigureUpkeep upkeep, Targets targets, AskedShareMarks marks) {
        this.figures = figures;
        this.parameters = parameters;
        this.texts = texts;
        this.upkeep = upkeep;
        this.targets = targets;
        this.marks = marks;
    }

    /** @param target per cent; null without one. atLeast null without one */
    record Named(String figure, String name, String formula, String unit, @Nullable BigDecimal target, @Nullable Boolean atLeast) {
    }

    /** @param low and high per cent, 95 % confidence */
    record Range(BigDecimal low, BigDecimal high) {

        static @Nullable Range of(FigureValue value) {
            Interval interval = value.interval();
            return interval == null ? null : new Range(percent(interval.low()), percent(interval.high()));
        }
    }

    record Value(@Nullable BigDecimal value, long numerator, long denominator, Map<String, Long> leftOut, Map<String, Long> beside) {

        static Value of(Figure figure, FigureValue value) {
            return new Value(figure.value(value), value.numerator(), value.denominator(), value.leftOut(), value.beside());
        }
    }

    /** @param value in the unit of the figure, two decimals; null when there is nothing to divide by */
    record Line(String code, String name, @Nullable BigDecimal value, long numerator, long denominator, Map<String, Long> leftOut, Map<String, Long> beside,
            @Nullable Range interval, @Nullable TargetVerdict verdict, @Nullable Value yearBefore) {
    }

    /** @param waiting how many changed rows are not counted yet */
    record Answer(Named figure, LocalDate from, LocalDate to, long waiting, Line total, List<Line> lines) {
    }

    record Shares(LocalDate from, LocalDate to, String rule, List<Share> items) {
    }

    record Share(String code, String name, boolean marked, boolean tooFew, Value asked, Value askedThen, Value answered, Value rated, Value ratedThen,
            @Nullable Double askedScore, @Nullable Double ratedScore) {
    }

    @Operation(summary = "Every figure with its formula, unit and target")
    @GetMapping
    List<Named> all(Locale locale) {
        return Arrays.stream(Figure.values()).map(figure -> named(figure, locale)).toList();
    }

    @Operation(summary = "A figure of the days from/to or of one period; by= splits it, business, team, employee, region, channel, segment narrow it")
    @GetMapping("/{figure}")
    Answer one(@PathVariable String figure, @RequestParam Map<String, String> asked, Locale locale) {
        Figure wanted = FigureParameters.figure(figure);
        FigureQuery query = parameters.query(asked);
        Dimension by = FigureParameters.dimension(asked.get("by"));
        String period = asked.get("period");
        List<FigureLine> lines = by == null ? List.of() : by == Dimension.PERIOD && period != null && asked.containsKey("to")
                ? figures.series(wanted, FigureParameters.period(period), query) : figures.by(wanted, by, query);
        FigureLine total = figures.total(wanted, query);
        return new Answer(named(wanted, locale), query.from(), query.to(), upkeep.waiting(), line(wanted, total, locale),
                lines.stream().map(each -> line(wanted, each, locale)).toList());
    }

    @Operation(summary = "The share asked and answered by team or employee beside the three periods before, and where both it and the ratings fell")
    @GetMapping("/asked-shares")
    Shares askedShares(@RequestParam(defaultValue = "month") String period, @RequestParam(required = false) @Nullable String from,
            @RequestParam(defaultValue = "team") String by, @RequestParam Map<String, String> asked, Locale locale) {
        PeriodKind kind = FigureParameters.period(period);
        LocalDate first = from == null || from.isBlank() ? parameters.lastOver(kind) : kind.start(FigureParameters.day("from", from));
        Dimension dimension = Dimension.EMPLOYEE == FigureParameters.dimension(by) ? Dimension.EMPLOYEE : Dimension.TEAM;
        return new Shares(first, kind.end(first), texts.askedRule(locale), marks.shares(kind, first, dimension, parameters.query(asked).only()).stream()
                .map(share -> share(share, locale)).toList());
    }

    private static Share share(AskedShare share, Locale locale) {
        return new Share(share.code(), share.name().in(locale), share.marked(), share.tooFew(), Value.of(Figure.ASKED_SHARE, share.asked()),
                Value.of(Figure.ASKED_SHARE, share.askedThen()), Value.of(Figure.ANSWERED_SHARE, share.answered()),
                Value.of(Figure.SATISFACTION_RATED, share.rated()), Value.of(Figure.SATISFACTION_RATED, share.ratedThen()), share.askedScore(), share.ratedScore());
    }

    private Named named(Figure figure, Locale locale) {
        var target = targets.of(figure);
        return new Named(figure.name(), texts.name(figure, locale), texts.formula(figure, locale), figure.unit().name(),
                target.map(found -> percent(found.share().doubleValue())).orElse(null), target.map(found -> found.atLeast()).orElse(null));
    }

    private Line line(Figure figure, FigureLine line, Locale locale) {
        FigureValue value = line.value();
        FigureValue before = line.yearBefore();
        return new Line(line.code(), line.name().in(locale), figure.value(value), value.numerator(), value.denominator(), value.leftOut(), value.beside(),
                figure.isShare() ? Range.of(value) : null, targets.judge(figure, value), before == null ? null : Value.of(figure, before));
    }

    private static BigDecimal percent(double share) {
        return BigDecimal.valueOf(share * 100).setScale(2, RoundingMode.HALF_UP);
    }
}
