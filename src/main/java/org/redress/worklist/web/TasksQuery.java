package org.redress.worklist.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Actor;
import org.redress.worklist.TaskKind;
import org.redress.worklist.WorkFilter;
import org.redress.worklist.WorkGroup;
import org.redress.worklist.WorkScope;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The address of a list: scope, filters, place. What the address says wrongly is left out, as if it had not been said.
 *
 * @param from number of the first row of the page, for "51 to 100"
 */
record TasksQuery(WorkScope scope, WorkFilter filter, @Nullable String cursor, int from) {

    private static final String LATE = "late";
    private static final int LONGEST_TEXT = 100;

    static TasksQuery of(Map<String, String> parameters, Actor actor) {
        String text = parameters.getOrDefault("text", "").strip();
        String severity = parameters.getOrDefault("severity", "").toUpperCase(Locale.ROOT);
        String channel = parameters.getOrDefault("channel", "").toUpperCase(Locale.ROOT);
        String flag = parameters.getOrDefault("flag", "").toUpperCase(Locale.ROOT);
        WorkFilter filter = new WorkFilter(choice(TaskKind.class, parameters.get("kind")), severity.matches("S[1-4]") ? severity : null,
                word(parameters.get("team")), WorkFilter.CHANNELS.contains(channel) ? channel : null, groups(parameters.get("group")),
                WorkFilter.FLAGS.contains(flag) ? flag : null,
                text.isEmpty() ? null : text.substring(0, Math.min(LONGEST_TEXT, text.length())));
        WorkScope scope = choice(WorkScope.class, parameters.get("scope"));
        return new TasksQuery(scope == null ? WorkScope.MINE : scope, filter, parameters.get("cursor"), number(parameters.get("from")));
    }

    /** What is in the address, without the place in the list. */
    Map<String, String> parameters() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("scope", scope.name().toLowerCase(Locale.ROOT));
        put(all, "kind", filter.kind());
        put(all, "severity", filter.severity());
        put(all, "team", filter.team());
        put(all, "channel", filter.channel());
        put(all, "group", group());
        put(all, "flag", filter.flag());
        put(all, "text", filter.text());
        return all;
    }

    /** As in the address: a group's name, "late" for both that are overdue, null for all. */
    public @Nullable String group() {
        return filter.groups().isEmpty() ? null : filter.groups().size() > 1 ? LATE : filter.groups().iterator().next().name().toLowerCase(Locale.ROOT);
    }

    /** @param value null leaves the parameter out */
    public String with(String parameter, @Nullable String value) {
        Map<String, String> all = parameters();
        all.remove(parameter);
        if (value != null) {
            all.put(parameter, value);
        }
        return address(all);
    }

    String next(String cursor, int first) {
        Map<String, String> all = parameters();
        all.put("cursor", cursor);
        all.put("from", String.valueOf(first));
        return address(all);
    }

    public String here() {
        return cursor == null ? address(parameters()) : next(cursor, from);
    }

    private static String address(Map<String, String> parameters) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/tasks");
        parameters.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(parameters).toUriString();
    }

    private static void put(Map<String, String> all, String name, @Nullable Object value) {
        if (value != null) {
            all.put(name, value instanceof Enum<?> ? value.toString().toLowerCase(Locale.ROOT) : value.toString());
        }
    }

    private static Set<WorkGroup> groups(@Nullable String text) {
        WorkGroup one = choice(WorkGroup.class, text);
        return one != null ? Set.of(one) : LATE.equals(text) ? Set.of(WorkGroup.CRITICAL, WorkGroup.OVERDUE) : Set.of();
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
