package org.redress.shared.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Texts with {@code {COLUMN}} in them. */
final class TextTemplate {

    private static final Pattern COLUMN = Pattern.compile("\\{([^{}]+)}");

    private TextTemplate() {
    }

    static List<String> columns(String part) {
        List<String> columns = new ArrayList<>();
        Matcher matcher = COLUMN.matcher(part);
        while (matcher.find()) {
            columns.add(matcher.group(1));
        }
        return columns;
    }

    /** The parts whose columns all have a value, joined; null when none is left. */
    static @Nullable String fill(List<String> parts, String join, Function<String, @Nullable String> cell) {
        List<String> filled = parts.stream()
                .filter(part -> columns(part).stream().allMatch(column -> cell.apply(column) != null))
                .map(part -> COLUMN.matcher(part).replaceAll(match -> Matcher.quoteReplacement(String.valueOf(cell.apply(match.group(1))))))
                .toList();
        return filled.isEmpty() ? null : String.join(join, filled);
    }
}
