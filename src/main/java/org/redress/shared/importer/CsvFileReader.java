package org.redress.shared.importer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import org.redress.shared.Problem;

/** Reads a whole file, or says in one sentence why it cannot be read. What is wrong with single rows is not its business. */
final class CsvFileReader {

    private static final int LONGEST_CELL = 256 * 1024;
    private static final Pattern LINE = Pattern.compile("line (\\d+)");

    private CsvFileReader() {
    }

    /** @throws Problem 422: empty, broken encoding, quotes never closed, cut off, columns missing or twice */
    static CsvFile read(byte[] bytes, Mapping mapping) {
        String text = CsvText.decode(bytes, mapping.encoding());
        List<CsvRecord> records = records(text, mapping.delimiter());
        if (records.isEmpty()) {
            throw Problem.invalid("file", "imports.file.empty");
        }
        List<String> header = records.get(0).getFields().stream().map(String::strip).toList();
        checkHeader(header, mapping);
        if (records.size() == 1) {
            throw Problem.invalid("file", "imports.file.noRows");
        }
        refuseHalf(text, records, header);
        boolean mended = Set.copyOf(header).containsAll(List.of(CsvFile.LINE, CsvFile.ERROR));
        List<CsvFile.Row> rows = new ArrayList<>(records.size() - 1);
        for (CsvRecord row : records.subList(1, records.size())) {
            List<String> cells = mended ? row.getFields().stream().map(FormulaGuard::remove).toList() : List.copyOf(row.getFields());
            rows.add(new CsvFile.Row((int) row.getStartingLineNumber(), cells));
        }
        return new CsvFile(header, rows, mended);
    }

    private static List<CsvRecord> records(String text, char delimiter) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().fieldSeparator(delimiter).allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE).missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(LONGEST_CELL).ofCsvRecord(text)) {
            return reader.stream().toList();
        } catch (CsvParseException e) {
            Matcher line = LINE.matcher(String.valueOf(e.getMessage()));
            throw Problem.invalid("file", "imports.file.quotes", line.find() ? line.group(1) : "?");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void checkHeader(List<String> header, Mapping mapping) {
        Set<String> twice = new LinkedHashSet<>();
        header.stream().filter(name -> !name.isEmpty() && Collections.frequency(header, name) > 1).forEach(twice::add);
        if (!twice.isEmpty()) {
            throw Problem.invalid("file", "imports.file.columnTwice", String.join(", ", twice));
        }
        Set<String> absent = new LinkedHashSet<>(mapping.columns());
        absent.removeAll(header);
        if (!absent.isEmpty()) {
            throw Problem.invalid("file", "imports.file.missingColumns", String.join(", ", absent), String.join(", ", header));
        }
    }

    /** A copy that broke off ends without a line end, in a row that is too short. */
    private static void refuseHalf(String text, List<CsvRecord> records, List<String> header) {
        CsvRecord last = records.get(records.size() - 1);
        char end = text.charAt(text.length() - 1);
        if (end != '\n' && end != '\r' && last.getFieldCount() < header.size()) {
            throw Problem.invalid("file", "imports.file.half", String.valueOf(last.getStartingLineNumber()));
        }
    }
}
