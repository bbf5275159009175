package org.redress.shared.importer;

import java.nio.charset.Charset;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Bilingual;

/**
 * A mapping file (映射文件): how the columns of a file become fields of a target.
 *
 * @param target  name of the {@link ImportTarget}
 * @param missing texts that mean "nothing", beside the empty one
 * @param key     columns that together identify a row's thing in its source
 * @param dates   how moments are written; null for ISO 8601 with offset
 * @param zone    zone of moments that carry no offset
 */
public record Mapping(String name, Bilingual title, String target, Charset encoding, char delimiter, Set<String> missing,
        List<String> key, @Nullable DateTimeFormatter dates, ZoneId zone, boolean ensureTeams, boolean ensureCategories, boolean notes,
        Map<String, Rule> fields) {

    public ImportSource source() {
        return new ImportSource(name, ensureTeams, ensureCategories, notes);
    }

    /** Columns without which a file cannot be read, in the order in which the mapping names them. */
    public Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>(key);
        fields.values().stream().filter(rule -> !rule.optional()).forEach(rule -> columns.addAll(rule.columns()));
        return columns;
    }

    /**
     * Where one field comes from: a column, a constant, or a text put together from several columns.
     *
     * @param text      parts with {@code {COLUMN}} in them; a part that names an empty column is left out
     * @param join      what stands between the parts
     * @param values    what the file says → what the target knows; empty where the column says it already
     * @param otherwise what an unlisted value becomes; null refuses the row
     * @param optional  the column may be absent from the file
     */
    record Rule(@Nullable String column, @Nullable String constant, List<String> text, String join, Map<String, String> values,
            @Nullable String otherwise, boolean optional) {

        Set<String> columns() {
            Set<String> columns = new LinkedHashSet<>();
            if (column != null) {
                columns.add(column);
            }
            text.forEach(part -> columns.addAll(TextTemplate.columns(part)));
            return columns;
        }
    }
}
