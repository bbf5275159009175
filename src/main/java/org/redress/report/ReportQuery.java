package org.redress.report;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.redress.figure.Dimension;
import org.redress.figure.FigureQuery;
import org.redress.figure.PeriodKind;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a report is asked for. What an address says wrongly is left out, as if it had not been said; without a day it is of the latest period
 * that is over.
 *
 * @param from      the first day of the period
 * @param dimension by which lines are split, null for the totals alone
 * @param only      dimensions narrowed to one code
 */
public record ReportQuery(PeriodKind kind, LocalDate from, FigureGroup group, @Nullable Dimension dimension, Map<Dimension, String> only) {

    private static final int LONGEST = 100;

    public ReportQuery {
        from = kind.start(from);
        EnumMap<Dimension, String> copy = new EnumMap<>(Dimension.class);
        copy.putAll(only);
        copy.remove(Dimension.PERIOD);
        only = copy;
    }

    /** @param today in the company's zone */
    public static ReportQuery of(Map<String, String> parameters, LocalDate today) {
        PeriodKind kind = choice(PeriodKind.class, parameters.get("kind"));
        kind = kind == null ? PeriodKind.MONTH : kind;
        FigureGroup group = choice(FigureGroup.class, parameters.get("group"));
        Map<Dimension, String> only = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            String code = parameters.get(name(dimension));
            if (dimension != Dimension.PERIOD && StringUtils.hasText(code) && code.length() <= LONGEST) {
                only.put(dimension, code.strip());
            }
        }
        return new ReportQuery(kind, day(parameters.get("from"), kind.plus(kind.start(today), -1)), group == null ? FigureGroup.SATISFACTION : group,
                choice(Dimension.class, parameters.get("dimension")), only);
    }

    /** As {@link #text()} gave it, of the latest period that is over. */
    public static ReportQuery of(String text, LocalDate today) {
        return of(UriComponentsBuilder.fromUriString("?" + text).build().getQueryParams().toSingleValueMap(), today);
    }

    public FigureQuery figures() {
        return new FigureQuery(from, kind.end(from), only);
    }

    public ReportQuery at(LocalDate other) {
        return new ReportQuery(kind, other, group, dimension, only);
    }

    public ReportQuery by(@Nullable Dimension other) {
        return new ReportQuery(kind, from, group, other, only);
    }

    /** Everything but the period itself: a view that is kept is always of the latest one. */
    public String text() {
        Map<String, String> all = parameters();
        all.remove("from");
        return address("", all).substring(1);
    }

    public Map<String, String> parameters() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("kind", word(kind));
        all.put("from", from.toString());
        all.put("group", word(group));
        if (dimension != null) {
            all.put("dimension", word(dimension));
        }
        only.forEach((each, code) -> all.put(name(each), code));
        return all;
    }

    /** The name of a dimension in an address. */
    public static String name(Dimension dimension) {
        return word(dimension);
    }

    public static String address(String path, Map<String, String> parameters) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        parameters.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(parameters).toUriString();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static LocalDate day(@Nullable String text, LocalDate otherwise) {
        try {
            LocalDate day = StringUtils.hasText(text) ? LocalDate.parse(text) : otherwise;
            return day.getYear() < 2000 || day.getYear() > 2999 ? otherwise : day;
        } catch (DateTimeException e) {
            return otherwise;
        }
    }

    private static <E extends Enum<E>> @Nullable E choice(Class<E> type, @Nullable String text) {
        return Arrays.stream(type.getEnumConstants()).filter(each -> each.name().equalsIgnoreCase(text)).findFirst().orElse(null);
    }
}
