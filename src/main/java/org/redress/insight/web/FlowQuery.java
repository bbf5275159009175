package org.redress.insight.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.redress.figure.PeriodKind;
import org.redress.insight.FlowFilter;
import org.redress.insight.FlowRows;
import org.redress.insight.FlowRows.Asked;
import org.redress.insight.FlowRows.Part;
import org.redress.shared.Business;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The address of the flow and of the cases behind its numbers. What the address says wrongly is left out, as if it had not been said.
 *
 * @param compare    with which other period, or none
 * @param measure    what the diagram shows
 * @param percentile 50, 80 or 90
 */
record FlowQuery(FlowFilter filter, Compare compare, FlowMeasure measure, int percentile) {

    static final String PATH = "/board/flow";
    static final String ROWS = "/board/flow/cases";

    /** What the period is held against. */
    enum Compare {
        NONE, BEFORE, YEAR
    }

    static FlowQuery of(Map<String, String> parameters, LocalDate today) {
        PeriodKind period = choice(PeriodKind.class, parameters.get("kind"), PeriodKind.MONTH);
        Business business = choice(Business.class, parameters.get("business"), null);
        String severity = parameters.getOrDefault("severity", "").toUpperCase(Locale.ROOT);
        FlowFilter filter = new FlowFilter(period, day(parameters.get("from"), today), word(parameters.get("team")),
                severity.matches("S[1-4]") ? severity : null, business == null ? null : business.name(), word(parameters.get("version")));
        String percentile = parameters.getOrDefault("percentile", "80");
        return new FlowQuery(filter, choice(Compare.class, parameters.get("compare"), Compare.NONE),
                choice(FlowMeasure.class, parameters.get("measure"), FlowMeasure.VISITS),
                percentile.matches("50|90") ? Integer.parseInt(percentile) : 80);
    }

    /** The cases that an address asks for; null where it names none. */
    static @Nullable Asked asked(Map<String, String> parameters) {
        String of = word(parameters.get("of"));
        Part part = choice(Part.class, parameters.get("part"), Part.VISITS);
        return of == null ? null : new Asked(part, of, word(parameters.get("back")));
    }

    /** The other period; null where nothing is compared. */
    @Nullable FlowFilter other() {
        return switch (compare) {
            case NONE -> null;
            case BEFORE -> filter.of(filter.period().plus(filter.start(), -1));
            case YEAR -> filter.of(filter.period().yearBefore(filter.start()));
        };
    }

    public String at(int periods) {
        Map<String, String> all = parameters();
        all.put("from", filter.period().plus(filter.start(), periods).toString());
        return address(PATH, all);
    }

    public String here() {
        return address(PATH, parameters());
    }

    String rows(FlowFilter of, Part part, String name, @Nullable String back) {
        Map<String, String> all = new FlowQuery(of, compare, measure, percentile).parameters();
        all.put("part", part.name().toLowerCase(Locale.ROOT));
        all.put("of", name);
        if (back != null) {
            all.put("back", back);
        }
        return address(ROWS, all);
    }

    String rows(Asked asked, @Nullable String cursor, int first) {
        Map<String, String> all = parameters();
        all.put("part", asked.part().name().toLowerCase(Locale.ROOT));
        all.put("of", asked.of());
        if (asked.from() != null) {
            all.put("back", asked.from());
        }
        if (cursor != null) {
            all.put("cursor", cursor);
            all.put("first", String.valueOf(first));
        }
        return address(ROWS, all);
    }

    private Map<String, String> parameters() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("kind", filter.period().name().toLowerCase(Locale.ROOT));
        all.put("from", filter.start().toString());
        put(all, "team", filter.team());
        put(all, "severity", filter.severity());
        put(all, "business", filter.business());
        put(all, "version", filter.definition());
        all.put("compare", compare.name().toLowerCase(Locale.ROOT));
        all.put("measure", measure.name().toLowerCase(Locale.ROOT));
        all.put("percentile", String.valueOf(percentile));
        return all;
    }

    private static void put(Map<String, String> all, String name, @Nullable String value) {
        if (value != null) {
            all.put(name, value);
        }
    }

    private static String address(String path, Map<String, String> parameters) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        parameters.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(parameters).toUriString();
    }

    private static LocalDate day(@Nullable String text, LocalDate today) {
        try {
            LocalDate day = text == null ? today : LocalDate.parse(text);
            return day.getYear() < 2000 || day.getYear() > 2999 ? today : day;
        } catch (DateTimeException e) {
            return today;
        }
    }

    private static @Nullable String word(@Nullable String text) {
        return StringUtils.hasText(text) ? text.strip() : null;
    }

    private static <E extends Enum<E>> E choice(Class<E> type, @Nullable String text, @Nullable E otherwise) {
        return Arrays.stream(type.getEnumConstants()).filter(each -> each.name().equalsIgnoreCase(text)).findFirst().orElse(otherwise);
    }
}
