package org.redress.shared.importer;

import java.util.List;
import java.util.Map;

/**
 * What a file would do, before it does anything.
 *
 * @param fields   fields of the target that the mapping fills, in its order
 * @param rows     the first rows as they will be understood
 * @param ready    rows that would go in
 * @param known    rows that are in already or repeat an earlier one of the file: nothing would change
 * @param rejects  the first rows that would be refused
 * @param unknown  column → values that the mapping does not know, with how many rows carry each
 */
public record ImportPreview(List<String> fields, List<ImportRow> rows, int total, int ready, int known, int rejected, List<Reject> rejects,
        Map<String, Map<String, Integer>> unknown) {
}
