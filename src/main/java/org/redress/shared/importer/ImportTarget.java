package org.redress.shared.importer;

import java.util.List;
import java.util.Set;

import org.redress.shared.FieldProblem;

/** What rows of a file can become. Modules register their targets as beans. */
public interface ImportTarget {

    /** As mapping files call it, for example "complaints". */
    String name();

    List<ImportField> fields();

    /** What is wrong with a row beyond the kinds of its values. Reads only. */
    List<FieldProblem> check(ImportRow row, ImportSource source);

    /** Lines of those rows that are in already and would change nothing. Reads only. */
    Set<Integer> known(List<ImportRow> rows, ImportSource source);

    /**
     * Writes the rows, inside a running transaction. Safe to repeat: a row that is in already changes nothing.
     *
     * @return how many rows changed something
     * @throws org.redress.shared.Problem when a row is refused; nothing of the batch is kept then, and each row is tried by itself
     */
    int put(List<ImportRow> rows, ImportSource source);
}
