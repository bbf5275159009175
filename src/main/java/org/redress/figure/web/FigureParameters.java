package org.redress.figure.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.redress.deadline.Calendars;
import org.redress.figure.Dimension;
import org.redress.figure.Figure;
import org.redress.figure.FigureQuery;
import org.redress.figure.PeriodKind;
import org.redress.shared.Business;
import org.redress.shared.Problem;
import org.springframework.stereotype.Component;

/** What an address says about figures, checked. */
@Component
class FigureParameters {

    private static final int MOST_YEARS = 20;

    private final Calendars calendars;
    private final Clock clock;

    FigureParameters(Calendars calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), calendars.current().zone());
    }

    /** The name as it stands in the enumeration, in any case, words joined by - or _. */
    static Figure figure(String text) {
        String name = name(text);
        return Arrays.stream(Figure.values()).filter(figure -> figure.name().equals(name)).findFirst()
                .orElseThrow(() -> Problem.notFound("figure.problem.figure", text));
    }

    static PeriodKind period(String text) {
        String name = name(text);
        return Arrays.stream(PeriodKind.values()).filter(kind -> kind.name().equals(name)).findFirst()
                .orElseThrow(() -> Problem.invalid("period", "figure.problem.period"));
    }

    static @Nullable Dimension dimension(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String name = name(text);
        return Arrays.stream(Dimension.values()).filter(dimension -> dimension.name().equals(name)).findFirst()
                .orElseThrow(() -> Problem.invalid("by", "figure.problem.dimension", text));
    }

    static @Nullable Business business(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String name = name(text);
        return Arrays.stream(Business.values()).filter(business -> business.name().equals(name)).findFirst()
                .orElseThrow(() -> Problem.invalid("business", "figure.problem.business", text));
    }

    static LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Problem.invalid(field, "figure.problem.day");
        }
    }

    /** The last period of the kind that is over. */
    LocalDate lastOver(PeriodKind kind) {
        return kind.plus(kind.start(today()), -1);
    }

    /** Days by "from" and "to", or the period that "from" lies in; the last month that is over where neither is said. Dimensions by their names. */
    FigureQuery query(Map<String, String> parameters) {
        String period = parameters.get("period");
        PeriodKind kind = period == null || period.isBlank() ? PeriodKind.MONTH : period(period);
        String from = parameters.getOrDefault("from", "");
        String to = parameters.getOrDefault("to", "");
        LocalDate first = from.isBlank() ? lastOver(kind) : day("from", from);
        LocalDate last = !to.isBlank() ? day("to", to) : kind.end(first);
        if (last.isBefore(first) || last.isAfter(first.plusYears(MOST_YEARS))) {
            throw Problem.invalid("to", "figure.problem.days");
        }
        Map<Dimension, String> only = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            String code = parameters.get(dimension.name().toLowerCase(Locale.ROOT));
            if (dimension != Dimension.PERIOD && code != null && !code.isBlank()) {
                only.put(dimension, code);
            }
        }
        return new FigureQuery(first, last, only);
    }

    private static String name(String text) {
        return text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
