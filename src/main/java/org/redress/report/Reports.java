package org.redress.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.redress.figure.Dimension;
import org.redress.figure.Figure;
import org.redress.figure.FigureLine;
import org.redress.figure.FigureQuery;
import org.redress.figure.Figures;
import org.redress.figure.PeriodKind;
import org.springframework.stereotype.Service;

/** The numbers of a report, as they are at this moment. */
@Service
public class Reports {

    /** Periods of a series: a year of months, three years of quarters. */
    public static final int SERIES = 12;

    private final Figures figures;

    Reports(Figures figures) {
        this.figures = figures;
    }

    /** The total of each figure of the group, and behind each its lines by the dimension. */
    public List<ReportLine> lines(ReportQuery query) {
        List<ReportLine> lines = new ArrayList<>();
        query.group().figures().forEach(figure -> lines.addAll(lines(figure, query)));
        return lines;
    }

    public List<ReportLine> lines(Figure figure, ReportQuery query) {
        FigureQuery asked = query.figures();
        List<ReportLine> lines = new ArrayList<>();
        lines.add(new ReportLine(figure, figures.total(figure, asked), asked));
        Dimension dimension = query.dimension();
        if (dimension != null) {
            for (FigureLine line : figures.by(figure, dimension, asked)) {
                lines.add(new ReportLine(figure, line, dimension == Dimension.PERIOD ? month(asked, line.code()) : asked.with(dimension, line.code())));
            }
        }
        return lines;
    }

    /** The period and those before it, oldest first. */
    public List<ReportLine> series(Figure figure, ReportQuery query) {
        PeriodKind kind = query.kind();
        FigureQuery all = query.figures().at(kind.plus(query.from(), 1 - SERIES), kind.end(query.from()));
        return figures.series(figure, kind, all).stream()
                .map(line -> new ReportLine(figure, line, all.at(LocalDate.parse(line.code()), kind.end(LocalDate.parse(line.code()))))).toList();
    }

    /** The days of the month that lie in the report. */
    private static FigureQuery month(FigureQuery asked, String code) {
        LocalDate first = LocalDate.parse(code);
        LocalDate end = PeriodKind.MONTH.end(PeriodKind.MONTH.start(first));
        return asked.at(first.isBefore(asked.from()) ? asked.from() : first, end.isAfter(asked.to()) ? asked.to() : end);
    }
}
