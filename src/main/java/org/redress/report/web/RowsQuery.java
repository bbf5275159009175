package org.redress.report.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.redress.figure.Dimension;
import org.redress.figure.Figure;
import org.redress.figure.FigureQuery;
import org.redress.figure.FigureRows;
import org.redress.report.ReportQuery;
import org.redress.shared.Problem;
import org.springframework.util.StringUtils;

/** The address of the rows behind a number: {@code /reports/rows?figure=…&part=…&from=…&to=…&team=…}. */
record RowsQuery(Figure figure, String part, FigureQuery query) {

    static final String PATH = "/reports/rows";
    private static final int LONGEST = 100;

    /** @throws Problem 400 where it names no figure or no days: other rows than meant would be worse than none */
    static RowsQuery of(Map<String, String> parameters) {
        Figure figure = figure(parameters.get("figure"));
        Map<Dimension, String> only = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            String code = parameters.get(ReportQuery.name(dimension));
            if (dimension != Dimension.PERIOD && StringUtils.hasText(code) && code.length() <= LONGEST) {
                only.put(dimension, code);
            }
        }
        LocalDate from = day(parameters.get("from"));
        LocalDate to = day(parameters.get("to"));
        if (to.isBefore(from)) {
            throw Problem.badRequest("report.problem.days");
        }
        return new RowsQuery(figure, parameters.getOrDefault("part", FigureRows.NUMERATOR), new FigureQuery(from, to, only));
    }

    static Figure figure(@Nullable String name) {
        return Arrays.stream(Figure.values()).filter(each -> each.name().equalsIgnoreCase(name)).findFirst()
                .orElseThrow(() -> Problem.notFound("report.problem.figure"));
    }

    static String address(Figure figure, String part, FigureQuery query) {
        return new RowsQuery(figure, part, query).address(PATH, null, 1);
    }

    String address(String path, @Nullable String cursor, int first) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("figure", figure.name().toLowerCase(Locale.ROOT));
        all.put("part", part);
        all.put("from", query.from().toString());
        all.put("to", query.to().toString());
        query.only().forEach((dimension, code) -> all.put(ReportQuery.name(dimension), code));
        if (cursor != null) {
            all.put("cursor", cursor);
            all.put("first", String.valueOf(first));
        }
        return ReportQuery.address(path, all);
    }

    private static LocalDate day(@Nullable String text) {
        try {
            return LocalDate.parse(String.valueOf(text));
        } catch (DateTimeException e) {
            throw Problem.badRequest("report.problem.days");
        }
    }
}
