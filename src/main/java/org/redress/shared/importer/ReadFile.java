package org.redress.shared.importer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.redress.shared.FieldProblem;

/** A file with every row understood, refused or recognised as a repetition; in file order. Reads only. */
record ReadFile(CsvFile file, List<Line> lines) {

    /**
     * @param row      null when the row was refused or repeats an earlier one
     * @param problems why it was refused
     */
    record Line(CsvFile.Row source, @Nullable ImportRow row, List<FieldProblem> problems, List<FieldProblem> unknownValues) {

        boolean isRejected() {
            return !problems.isEmpty();
        }
    }

    /** @throws org.redress.shared.Problem 422 when the file as a whole cannot be read */
    static ReadFile of(byte[] content, Mapping mapping, ImportTarget target) {
        CsvFile file = CsvFileReader.read(content, mapping);
        RowReader reader = new RowReader(mapping, file.header(), target.fields());
        ImportSource source = mapping.source();
        Set<String> seen = new HashSet<>();
        List<Line> lines = new ArrayList<>(file.rows().size());
        for (CsvFile.Row row : file.rows()) {
            RowReader.Reading reading = reader.read(row);
            ImportRow understood = reading.row();
            List<FieldProblem> problems = understood == null ? reading.problems() : named(target.check(understood, source), mapping);
            boolean repeated = understood != null && problems.isEmpty() && !seen.add(understood.key()) && !mapping.notes();
            lines.add(new Line(row, repeated || !problems.isEmpty() ? null : understood, problems, reading.unknownValues()));
        }
        return new ReadFile(file, lines);
    }

    /** Fields as the target calls them → columns as the file calls them. */
    static List<FieldProblem> named(List<FieldProblem> problems, Mapping mapping) {
        Map<String, String> columns = new HashMap<>();
        mapping.fields().forEach((field, rule) -> {
            if (rule.column() != null) {
                columns.put(field, rule.column());
            }
        });
        return problems.stream()
                .map(problem -> new FieldProblem(columns.getOrDefault(problem.field(), problem.field()), problem.key(), problem.args()))
                .toList();
    }
}
