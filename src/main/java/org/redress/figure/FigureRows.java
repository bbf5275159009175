package org.redress.figure;

import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Slice;

/** The rows behind a number: exactly as many as it says. Leaders get the rows of their own teams only. */
public interface FigureRows {

    String NUMERATOR = "numerator";
    String DENOMINATOR = "denominator";

    /** The parts of the figure that have rows: numerator, denominator and the codes of what is left out. */
    List<String> parts(Figure figure);

    /**
     * @param cursor null for the first page
     * @throws org.redress.shared.Problem 400 for a part that the figure does not have, or whose number is no count of rows
     */
    Slice<FigureRow> page(Figure figure, String part, FigureQuery query, @Nullable String cursor, int limit);

    /** All of them, one after another, without holding them. */
    void each(Figure figure, String part, FigureQuery query, Consumer<FigureRow> row);
}
