package org.redress.shared.importer;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import de.siegmar.fastcsv.writer.CsvWriter;
import org.redress.shared.FieldProblem;

/** Writes refused rows with their original columns and two more, {@code line} and {@code error}; UTF-8 with mark, safe in a spreadsheet. */
public final class RejectFile {

    private RejectFile() {
    }

    /** Puts a problem into words. */
    @FunctionalInterface
    public interface Sentence {
        String of(FieldProblem problem);
    }

    static byte[] write(List<String> header, char delimiter, List<Reject> rejects, Sentence sentence) {
        StringWriter text = new StringWriter().append('\uFEFF');
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(delimiter).build(text)) {
            List<Integer> own = new ArrayList<>();
            for (int i = 0; i < header.size(); i++) {
                if (!header.get(i).equals(CsvFile.LINE) && !header.get(i).equals(CsvFile.ERROR)) {
                    own.add(i);
                }
            }
            List<String> head = new ArrayList<>(own.stream().map(header::get).toList());
            head.addAll(List.of(CsvFile.LINE, CsvFile.ERROR));
            csv.writeRecord(head.stream().map(FormulaGuard::add).toList());
            for (Reject reject : rejects) {
                csv.writeRecord(cells(reject, own, header.size(), sentence).stream().map(FormulaGuard::add).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A row that was too long keeps its surplus behind the two columns, where the person who mends it sees it. */
    private static List<String> cells(Reject reject, List<Integer> own, int width, Sentence sentence) {
        List<String> sent = reject.cells();
        List<String> cells = new ArrayList<>();
        own.forEach(column -> cells.add(column < sent.size() ? sent.get(column) : ""));
        cells.add(String.valueOf(reject.line()));
        cells.add(String.join(" ", reject.problems().stream()
                .map(problem -> (problem.field().isEmpty() ? "" : problem.field() + ": ") + sentence.of(problem)).toList()));
        if (sent.size() > width) {
            cells.addAll(sent.subList(width, sent.size()));
        }
        return cells;
    }
}
