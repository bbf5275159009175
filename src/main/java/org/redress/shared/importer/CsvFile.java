package org.redress.shared.importer;

import java.util.List;

/**
 * A file that could be read.
 *
 * @param mended the file is our own file of rejected rows, mended and sent again
 */
record CsvFile(List<String> header, List<Row> rows, boolean mended) {

    /** Columns that our file of rejected rows adds at the end. */
    static final String LINE = "line";
    static final String ERROR = "error";

    /** @param line line on which the row begins, from 1 */
    record Row(int line, List<String> cells) {
    }
}
