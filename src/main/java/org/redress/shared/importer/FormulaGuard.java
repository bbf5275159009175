package org.redress.shared.importer;

import java.util.regex.Pattern;

/** Keeps a spreadsheet from taking a cell for a formula: an apostrophe before = + - @, taken away again when the file comes back. */
public final class FormulaGuard {

    private static final Pattern RISKY = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern GUARDED = Pattern.compile("'+[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private FormulaGuard() {
    }

    public static String add(String cell) {
        return RISKY.matcher(cell).matches() ? "'" + cell : cell;
    }

    public static String remove(String cell) {
        return GUARDED.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
