package org.redress.briefing;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.redress.figure.Dimension;
import org.redress.figure.Figure;
import org.redress.figure.FigureQuery;
import org.redress.figure.FigureRows;
import org.redress.shared.Business;

/** What a briefing is about. @param business null for all of them */
record Scope(Period period, @Nullable Business business) {

    LocalDate from() {
        return period.from();
    }

    LocalDate to() {
        return period.to();
    }

    FigureQuery query() {
        return query(period);
    }

    FigureQuery query(Period other) {
        FigureQuery days = new FigureQuery(other.from(), other.to());
        return business == null ? days : days.with(Dimension.BUSINESS, business.name());
    }

    /** Address of the rows behind a number. @param part see {@link FigureRows#parts} */
    static String rows(Figure figure, String part, FigureQuery query) {
        return "/reports/rows?figure=" + figure + "&part=" + part + "&from=" + query.from() + "&to=" + query.to() + query.only().entrySet().stream()
                .map((Map.Entry<Dimension, String> only) -> "&" + only.getKey().name().toLowerCase(Locale.ROOT) + "=" + only.getValue())
                .collect(Collectors.joining());
    }

    static String numerator(Figure figure, FigureQuery query) {
        return rows(figure, FigureRows.NUMERATOR, query);
    }

    static String denominator(Figure figure, FigureQuery query) {
        return rows(figure, FigureRows.DENOMINATOR, query);
    }
}
