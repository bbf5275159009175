package org.redress.process.studio.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values a cell of a table names, so that between two of them nothing changes. Only what is plain is taken apart: values, comparisons,
 * ranges, {@code not(…)}, and lists of those. What computes is told as such and never guessed.
 *
 * @param values  in the order of the text
 * @param ordered whether it compares by size, which says nothing about texts
 * @param nothing whether it names {@code null}
 */
record Condition(List<Value> values, boolean ordered, boolean nothing) {

    private static final String VALUE = "\"(?:[^\"\\\\]|\\\\.)*\"|-?\\d+(?:\\.\\d+)?|true|false|null"
            + "|date and time\\(\\s*\"[^\"]*\"\\s*\\)|date\\(\\s*\"[^\"]*\"\\s*\\)|@\"[^\"]*\"";
    private static final String TEST = "(?:(?:<=|>=|<|>)\\s*)?(?:" + VALUE + ")|[\\[\\](]\\s*(?:" + VALUE + ")\\s*\\.\\.\\s*(?:" + VALUE + ")\\s*[\\[\\])]";
    private static final String LIST = "(?:" + TEST + ")(?:\\s*,\\s*(?:" + TEST + "))*";
    private static final Pattern PLAIN = Pattern.compile("\\s*(?:" + LIST + "|not\\(\\s*(?:" + LIST + ")\\s*\\))\\s*");
    private static final Pattern EACH = Pattern.compile(VALUE);
    private static final Pattern ORDERED = Pattern.compile("<|>|\\.\\.");
    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    /** A text longer than that would cost more to take apart than it tells. */
    private static final int LONGEST = 2_000;

    static final Condition ALWAYS = new Condition(List.of(), false, false);

    /** @return empty for a condition that is not plain */
    static Optional<Condition> of(String text) {
        if (isAlways(text)) {
            return Optional.of(ALWAYS);
        }
        if (text.length() > LONGEST || !PLAIN.matcher(text).matches()) {
            return Optional.empty();
        }
        List<Value> values = new ArrayList<>();
        boolean nothing = false;
        Matcher each = EACH.matcher(text);
        while (each.find()) {
            if (each.group().equals("null")) {
                nothing = true;
            } else {
                Optional<Value> value = Value.of(each.group());
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                values.add(value.get());
            }
        }
        return Optional.of(new Condition(List.copyOf(values), ORDERED.matcher(TEXT.matcher(text).replaceAll("")).find(), nothing));
    }

    static boolean isAlways(String text) {
        return text.isBlank() || text.strip().equals("-");
    }
}
