package org.redress.report;

import org.redress.figure.Figure;
import org.redress.figure.FigureLine;
import org.redress.figure.FigureQuery;

/** One value of a report. @param query what it is of: the report's, narrowed to the line's code */
public record ReportLine(Figure figure, FigureLine line, FigureQuery query) {

    public boolean isTotal() {
        return line.code().isEmpty();
    }
}
