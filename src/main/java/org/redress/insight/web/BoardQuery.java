package org.redress.insight.web;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.redress.insight.BoardFilter;
import org.redress.insight.BoardState;
import org.redress.insight.Stage;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The address of a board's rows. What the address says wrongly is left out, as if it had not been said.
 *
 * @param state a state, {@code pressing} for late and at risk, {@code open} for all
 * @param from  number of the first row of the page
 */
record BoardQuery(String state, BoardFilter filter, @Nullable String cursor, int from) {

    static final String PATH = "/board/overdue";
    private static final String PRESSING = "pressing";
    private static final String OPEN = "open";

    static BoardQuery of(Map<String, String> parameters) {
        Stage cause = choice(Stage.class, parameters.get("cause"));
        boolean unassigned = parameters.containsKey("unassigned");
        boolean tonight = parameters.containsKey("tonight");
        boolean marked = parameters.containsKey("marked");
        BoardState one = choice(BoardState.class, parameters.get("state"));
        String state = one != null ? one.name().toLowerCase(Locale.ROOT)
                : OPEN.equals(parameters.get("state")) || parameters.get("state") == null && (unassigned || tonight || marked) ? OPEN : PRESSING;
        Set<BoardState> states = one != null ? Set.of(one) : state.equals(OPEN) ? Set.of() : EnumSet.of(BoardState.BREACHED, BoardState.AT_RISK);
        String severity = parameters.getOrDefault("severity", "").toUpperCase(Locale.ROOT);
        return new BoardQuery(state, new BoardFilter(states, cause, severity.matches("S[1-4]") ? severity : null, word(parameters.get("team")),
                unassigned, tonight, marked, Set.of()), word(parameters.get("cursor")), number(parameters.get("from")));
    }

    Map<String, String> parameters() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("state", state);
        if (filter.cause() != null) {
            all.put("cause", filter.cause().name().toLowerCase(Locale.ROOT));
        }
        if (filter.severity() != null) {
            all.put("severity", filter.severity());
        }
        if (filter.team() != null) {
            all.put("team", filter.team());
        }
        flag(all, "unassigned", filter.unassigned());
        flag(all, "tonight", filter.tonight());
        flag(all, "marked", filter.marked());
        return all;
    }

    /** The same scope with another state, and without what narrows the rows. */
    public String stateOf(String other) {
        return only("state", other);
    }

    /** All open cases of the same scope with one flag. */
    public String only(String name, String value) {
        Map<String, String> all = scope();
        all.put(name, value);
        return address(PATH, all);
    }

    public String causeOf(String stage, String rows) {
        Map<String, String> all = scope();
        all.put("state", rows);
        all.put("cause", stage.toLowerCase(Locale.ROOT));
        return address(PATH, all);
    }

    public String without(String name) {
        Map<String, String> all = parameters();
        all.remove(name);
        return address(PATH, all);
    }

    public String here() {
        Map<String, String> all = parameters();
        if (cursor != null) {
            all.put("cursor", cursor);
            all.put("from", String.valueOf(from));
        }
        return address(PATH, all);
    }

    String next(String after, int first) {
        Map<String, String> all = parameters();
        all.put("cursor", after);
        all.put("from", String.valueOf(first));
        return address(PATH, all);
    }

    public String workbook() {
        return address(PATH + ".xlsx", parameters());
    }

    private Map<String, String> scope() {
        Map<String, String> all = parameters();
        all.keySet().retainAll(Set.of("severity", "team"));
        return all;
    }

    private static void flag(Map<String, String> all, String name, boolean set) {
        if (set) {
            all.put(name, "1");
        }
    }

    private static String address(String path, Map<String, String> parameters) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        parameters.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(parameters).toUriString();
    }

    private static @Nullable String word(@Nullable String text) {
        return StringUtils.hasText(text) ? text.strip() : null;
    }

    private static int number(@Nullable String text) {
        return text != null && text.matches("\\d{1,8}") ? Math.max(1, Integer.parseInt(text)) : 1;
    }

    private static <E extends Enum<E>> @Nullable E choice(Class<E> type, @Nullable String text) {
        return Arrays.stream(type.getEnumConstants()).filter(each -> each.name().equalsIgnoreCase(text)).findFirst().orElse(null);
    }
}
