package org.redress.briefing;

import static org.redress.briefing.Sentences.day;
import static org.redress.briefing.Sentences.number;
import static org.redress.briefing.Sentences.text;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.redress.briefing.BriefingContent.Cell;
import org.redress.briefing.BriefingContent.Row;
import org.redress.briefing.BriefingContent.Section;
import org.redress.briefing.BriefingContent.Table;
import org.redress.deadline.Calendars;
import org.redress.figure.Dimension;
import org.redress.figure.Figure;
import org.redress.figure.FigureQuery;
import org.redress.figure.FigureUpkeep;
import org.redress.figure.FigureValue;
import org.redress.figure.Figures;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What was decided before, what became of it, and the figure it was to move: then and now. */
@Component
@Order(8)
class MeasureSection implements SectionWriter {

    private final MeasureService measures;
    private final Figures figures;
    private final FigureUpkeep upkeep;
    private final Calendars calendars;
    private final Sentences words;

    MeasureSection(MeasureService measures, Figures figures, FigureUpkeep upkeep, Calendars calendars, Sentences words) {
        this.measures = measures;
        this.figures = figures;
        this.upkeep = upkeep;
        this.calendars = calendars;
        this.words = words;
    }

    @Override
    public Section write(Scope scope) {
        ZoneId zone = calendars.current().zone();
        List<Measure> earlier = measures.before(scope, scope.from().atStartOfDay(zone).toInstant(), scope.to().atStartOfDay(zone).toInstant());
        long done = earlier.stream().filter(measure -> measure.state() == MeasureState.DONE).count();
        long open = earlier.stream().filter(measure -> measure.state() == MeasureState.OPEN).count();
        long late = earlier.stream().filter(measure -> measure.state() == MeasureState.OPEN && measure.dueOn() != null && measure.dueOn().isBefore(scope.to()))
                .count();
        List<Table> tables = earlier.isEmpty() ? List.of() : List.of(new Table("measures", words.say("briefing.caption.measures"), List.of(
                words.column("measure", Unit.TEXT), words.column("team", Unit.TEXT), words.column("owner", Unit.TEXT), words.column("decidedOn", Unit.DAY),
                words.column("dueOn", Unit.DAY), words.column("measureState", Unit.TEXT), words.column("result", Unit.TEXT),
                words.column("figure", Unit.TEXT), words.column("then", Unit.PERCENT), words.column("now", Unit.PERCENT)),
                earlier.stream().map(measure -> row(measure, scope, zone)).toList(), null));
        return new Section("measures", words.say("briefing.section.measures"), List.of(earlier.isEmpty() ? words.say("briefing.finding.noMeasures")
                : words.say("briefing.finding.measures", earlier.size(), done, open, late)), tables, "");
    }

    private Row row(Measure measure, Scope scope, ZoneId zone) {
        Baseline baseline = measure.baseline();
        Figure figure = baseline == null ? null : Figure.valueOf(baseline.figure());
        return new Row(List.of(text(Sentences.unnamed(measure.text())), text(words.team(measure.team())),
                measure.owner() == null ? Cell.NONE : text(words.person(measure.owner())), day(LocalDate.ofInstant(measure.decidedAt(), zone)),
                day(measure.dueOn()), text(words.say("enum.MeasureState." + measure.state())),
                measure.result() == null ? Cell.NONE : text(Sentences.unnamed(measure.result())),
                figure == null ? Cell.NONE : text(words.say("enum.Figure." + figure)),
                baseline == null ? Cell.NONE : number(Shares.share(baseline.numerator(), baseline.denominator()), null),
                figure == null ? Cell.NONE : now(figure, query(measure, scope))), false);
    }

    private Cell now(Figure figure, FigureQuery query) {
        return number(figure.value(figures.total(figure, query).value()), Scope.numerator(figure, query));
    }

    /** The figure of a measure's own team and business in the days of a briefing. */
    static FigureQuery query(@Nullable String team, @Nullable String business, LocalDate from, LocalDate to) {
        FigureQuery query = new FigureQuery(from, to);
        query = team == null ? query : query.with(Dimension.TEAM, team);
        return business == null ? query : query.with(Dimension.BUSINESS, business);
    }

    private static FigureQuery query(Measure measure, Scope scope) {
        return query(measure.team(), measure.business() == null ? null : measure.business().name(), scope.from(), scope.to());
    }

    /** The numbers a measure begins with. */
    Baseline baseline(Figure figure, @Nullable String team, @Nullable String business, Period period) {
        upkeep.catchUp();
        FigureValue value = figures.total(figure, query(team, business, period.from(), period.to())).value();
        return new Baseline(figure.name(), value.numerator(), value.denominator(), period.from(), period.to());
    }
}
