package org.redress.report.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.redress.figure.Dimension;
import org.redress.figure.FigureRow;
import org.redress.figure.PeriodKind;
import org.redress.report.FigureGroup;
import org.redress.report.FigureWords;
import org.redress.report.GradeNames;
import org.redress.report.ReportQuery;
import org.springframework.stereotype.Component;

/** Rows behind a number in words. */
@Component
class RowTexts {

    private final FigureWords words;
    private final ReportFrame frame;
    private final GradeNames grades;

    RowTexts(FigureWords words, ReportFrame frame, GradeNames grades) {
        this.words = words;
        this.frame = frame;
        this.grades = grades;
    }

    record Row(String href, String key, String kind, String day, String business, String team, String employee, String region, String channel, String segment,
            String state, String summary) {
    }

    String title(RowsQuery asked, Locale locale) {
        return words.text("report.rows.title", locale, words.name(asked.figure(), locale), words.part(asked.part(), locale));
    }

    /** What the rows are narrowed to, heading by heading. */
    Map<String, String> facts(RowsQuery asked, Locale locale) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(words.text("report.rows.days", locale), words.text("report.rows.fromTo", locale, words.day(asked.query().from(), locale),
                words.day(asked.query().to().minusDays(asked.query().to().isAfter(asked.query().from()) ? 1 : 0), locale)));
        asked.query().only().forEach((dimension, code) -> facts.put(words.dimension(dimension, locale), name(dimension, code, locale)));
        return facts;
    }

    Row row(FigureRow row, Locale locale) {
        return new Row(href(row), row.key(), words.text("report.rowKind." + row.kind(), locale), words.day(row.day(), locale),
                name(Dimension.BUSINESS, row.business(), locale), name(Dimension.TEAM, row.team(), locale), name(Dimension.EMPLOYEE, row.employee(), locale),
                name(Dimension.REGION, row.region(), locale), name(Dimension.CHANNEL, row.channel(), locale), name(Dimension.SEGMENT, row.segment(), locale),
                state(row, locale), row.summary() == null ? "" : row.summary());
    }

    static String href(FigureRow row) {
        return switch (row.kind()) {
            case CASE -> "/cases/" + row.key();
            case JOB -> "/reports/jobs/" + row.id();
            case EVALUATION -> "/evaluations/" + row.id();
        };
    }

    /** The figure's page of the month, quarter or year that the rows are of. */
    String back(RowsQuery asked) {
        PeriodKind kind = PeriodKind.MONTH;
        for (PeriodKind each : PeriodKind.values()) {
            if (each.start(asked.query().from()).equals(asked.query().from()) && each.end(asked.query().from()).equals(asked.query().to())) {
                kind = each;
            }
        }
        return ReportRows.page(new ReportQuery(kind, asked.query().from(), FigureGroup.SATISFACTION, Dimension.TEAM, asked.query().only()), asked.figure());
    }

    private String name(Dimension dimension, @Nullable String code, Locale locale) {
        if (code == null) {
            return "";
        }
        return switch (dimension) {
            case CHANNEL -> words.said("enum.Channel." + code, words.said("figure.via." + code, code, locale), locale);
            case SEGMENT -> words.said("enum.Segment." + code, code, locale);
            default -> frame.name(dimension, code, locale);
        };
    }

    private String state(FigureRow row, Locale locale) {
        String state = row.state();
        if (state == null) {
            return "";
        }
        return switch (row.kind()) {
            case CASE -> words.said("enum.CaseState." + state, state, locale);
            case JOB -> words.said("report.call." + state, state, locale);
            case EVALUATION -> grades.name(state, locale);
        };
    }
}
