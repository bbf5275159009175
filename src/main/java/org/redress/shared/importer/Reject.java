package org.redress.shared.importer;

import java.util.List;

import org.redress.shared.FieldProblem;

/**
 * A row that did not go in.
 *
 * @param cells    as they were sent
 * @param problems everything that is wrong with it; the field is the column of the file, or empty for the row as a whole
 */
public record Reject(int line, List<String> cells, List<FieldProblem> problems) {
}
