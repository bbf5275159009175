package org.redress.shared.importer;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.redress.shared.FieldProblem;

/** Turns the cells of a row into fields of the target, or says which cell does not fit and what to do. */
final class RowReader {

    private static final Map<String, Boolean> FLAGS = Map.ofEntries(Map.entry("true", true), Map.entry("yes", true), Map.entry("y", true),
            Map.entry("1", true), Map.entry("是", true), Map.entry("false", false), Map.entry("no", false), Map.entry("n", false),
            Map.entry("0", false), Map.entry("否", false));
    private static final String UNKNOWN_VALUE = "imports.row.value";
    private static final int MOST_CHOICES_NAMED = 12;

    private final Mapping mapping;
    private final Map<String, Integer> columns = new HashMap<>();
    private final int width;
    private final Map<String, ImportField> fields;

    RowReader(Mapping mapping, List<String> header, List<ImportField> fields) {
        this.mapping = mapping;
        this.width = header.size();
        for (int i = 0; i < header.size(); i++) {
            columns.put(header.get(i), i);
        }
        this.fields = fields.stream().collect(Collectors.toMap(ImportField::name, field -> field));
    }

    /** @param row null when there are problems */
    record Reading(@Nullable ImportRow row, List<FieldProblem> problems) {

        /** What the file said that the mapping does not know: column and value. */
        List<FieldProblem> unknownValues() {
            return problems.stream().filter(problem -> problem.key().equals(UNKNOWN_VALUE)).toList();
        }
    }

    Reading read(CsvFile.Row row) {
        if (row.cells().size() != width) {
            return new Reading(null, List.of(FieldProblem.of("", "imports.row.width", String.valueOf(row.cells().size()), String.valueOf(width))));
        }
        List<FieldProblem> problems = new ArrayList<>();
        List<String> key = new ArrayList<>();
        for (String column : mapping.key()) {
            String cell = cell(row, column);
            if (cell == null) {
                problems.add(FieldProblem.of(column, "imports.row.key"));
            } else {
                key.add(cell);
            }
        }
        Map<String, Object> values = new HashMap<>();
        mapping.fields().forEach((name, rule) -> {
            Object value = value(row, fields.get(name), rule, problems);
            if (value != null) {
                values.put(name, value);
            }
        });
        return problems.isEmpty() ? new Reading(new ImportRow(row.line(), String.join("|", key), values), problems) : new Reading(null, problems);
    }

    private @Nullable Object value(CsvFile.Row row, ImportField field, Mapping.Rule rule, List<FieldProblem> problems) {
        String place = rule.column() == null ? field.name() : rule.column();
        String said = said(row, rule);
        if (said == null) {
            if (field.required()) {
                problems.add(FieldProblem.of(place, "imports.row.missing"));
            }
            return null;
        }
        String text = said;
        if (!rule.values().isEmpty()) {
            text = rule.values().getOrDefault(said, rule.otherwise());
            if (text == null) {
                problems.add(FieldProblem.of(place, UNKNOWN_VALUE, said, named(rule.values().keySet().stream().toList())));
                return null;
            }
        }
        return converted(field, place, text, problems);
    }

    private @Nullable Object converted(ImportField field, String place, String text, List<FieldProblem> problems) {
        Object value = switch (field.kind()) {
            case TEXT -> text;
            case MOMENT -> moment(text);
            case NUMBER -> text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
            case FLAG -> FLAGS.get(text.toLowerCase(Locale.ROOT));
            case CHOICE -> field.choices().contains(text) ? text : null;
        };
        if (value == null) {
            problems.add(switch (field.kind()) {
                case MOMENT -> FieldProblem.of(place, "imports.row.moment", text);
                case NUMBER -> FieldProblem.of(place, "imports.row.number", text);
                case FLAG -> FieldProblem.of(place, "imports.row.flag", text);
                default -> FieldProblem.of(place, UNKNOWN_VALUE, text, named(field.choices()));
            });
        }
        return value;
    }

    private @Nullable String said(CsvFile.Row row, Mapping.Rule rule) {
        if (rule.constant() != null) {
            return rule.constant();
        }
        if (rule.column() != null) {
            return cell(row, rule.column());
        }
        return TextTemplate.fill(rule.text(), rule.join(), column -> cell(row, column));
    }

    private @Nullable String cell(CsvFile.Row row, String column) {
        Integer place = columns.get(column);
        String cell = place == null ? "" : row.cells().get(place).strip();
        return cell.isEmpty() || mapping.missing().contains(cell) ? null : cell;
    }

    private @Nullable Instant moment(String text) {
        DateTimeFormatter format = mapping.dates();
        try {
            return format == null ? OffsetDateTime.parse(text).toInstant() : LocalDateTime.parse(text, format).atZone(mapping.zone()).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String named(List<String> choices) {
        String some = String.join(", ", choices.subList(0, Math.min(MOST_CHOICES_NAMED, choices.size())));
        return choices.size() > MOST_CHOICES_NAMED ? some + " …" : some;
    }
}
