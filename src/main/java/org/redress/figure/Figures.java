package org.redress.figure;

import java.util.List;

/**
 * Any figure of any days by any dimension. Values are those of the moment of reading. Leaders see lines of employees of their own teams only.
 */
public interface Figures {

    FigureLine total(Figure figure, FigureQuery query);

    /**
     * One line for every value of the dimension that has any row, in the order of codes, "-" last. The numbers of the lines add up to those of
     * the total, except denominators that are no rows (customers served, calls handled) where they do not know the dimension.
     */
    List<FigureLine> by(Figure figure, Dimension dimension, FigureQuery query);

    /**
     * One line for every period that lies in the days, empty ones too; code is its first day. The first and the last period are cut where the
     * days cut them.
     */
    List<FigureLine> series(Figure figure, PeriodKind kind, FigureQuery query);
}
