package org.redress.report.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.redress.figure.FigureRow;
import org.redress.figure.FigureRows;
import org.redress.report.FigureWords;
import org.redress.shared.AuditTrail;
import org.redress.shared.web.PageTimes;
import org.springframework.stereotype.Component;

/** Exactly the rows behind a number as a workbook, written while they are read; a sheet says how to read them. Text is never a formula. */
@Component
class RowsWorkbook {

    private static final List<String> COLUMNS = List.of("key", "kind", "day", "business", "team", "employee", "region", "channel", "segment", "state", "summary");
    private static final String DAY = "yyyy-mm-dd";
    private static final int FLUSH = 1_000;
    /** A sheet holds 1,048,576 lines. */
    private static final int MOST = 1_000_000;

    private final FigureRows rows;
    private final RowTexts texts;
    private final FigureWords words;
    private final AuditTrail audit;
    private final PageTimes times;
    private final Clock clock;

    RowsWorkbook(FigureRows rows, RowTexts texts, FigureWords words, AuditTrail audit, PageTimes times, Clock clock) {
        this.rows = rows;
        this.texts = texts;
        this.words = words;
        this.audit = audit;
        this.times = times;
        this.clock = clock;
    }

    /** @param ownTeams whether the reader sees the rows of their own teams only */
    void write(RowsQuery asked, boolean ownTeams, OutputStream out, Locale locale) throws IOException {
        audit.record("EXPORT", "REPORT", asked.figure().name(), Map.of("rows", asked.address(RowsQuery.PATH, null, 1)));
        try (Workbook book = new Workbook(out, "Redress", "1.0")) {
            Pages pages = new Pages(book, locale);
            try {
                rows.each(asked.figure(), asked.part(), asked.query(), pages::add);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            long count = pages.finish();
            explain(book.newWorksheet(words.text("report.sheet.how", locale)), asked, count, ownTeams, locale);
        }
    }

    /** One sheet after another. */
    private final class Pages {

        private final Workbook book;
        private final Locale locale;
        private Worksheet sheet;
        private int line;
        private int sheets;
        private long count;

        Pages(Workbook book, Locale locale) {
            this.book = book;
            this.locale = locale;
            this.sheet = begin();
        }

        private Worksheet begin() {
            sheets++;
            String name = words.text("report.sheet.rows", locale);
            Worksheet begun = book.newWorksheet(sheets == 1 ? name : name + " " + sheets);
            for (int column = 0; column < COLUMNS.size(); column++) {
                begun.value(0, column, words.text("report.sheet." + COLUMNS.get(column), locale));
                begun.width(column, column == COLUMNS.size() - 1 ? 60 : 18);
            }
            begun.range(0, 0, 0, COLUMNS.size() - 1).style().bold().wrapText(true).set();
            begun.freezePane(1, 1);
            line = 1;
            return begun;
        }

        void add(FigureRow row) {
            try {
                if (line > MOST) {
                    end();
                    sheet = begin();
                }
                write(row);
                count++;
                if (++line % FLUSH == 0) {
                    sheet.flush();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void write(FigureRow row) {
            RowTexts.Row said = texts.row(row, locale);
            List<String> values = List.of(said.key(), said.kind(), "", said.business(), said.team(), said.employee(), said.region(), said.channel(),
                    said.segment(), said.state(), said.summary());
            for (int column = 0; column < values.size(); column++) {
                if (!values.get(column).isEmpty()) {
                    sheet.value(line, column, values.get(column));
                }
            }
            sheet.value(line, COLUMNS.indexOf("day"), row.day());
            sheet.style(line, COLUMNS.indexOf("day")).format(DAY).set();
        }

        private void end() throws IOException {
            sheet.setAutoFilter(0, 0, Math.max(1, line - 1), COLUMNS.size() - 1);
            sheet.finish();
        }

        long finish() throws IOException {
            end();
            return count;
        }
    }

    private void explain(Worksheet sheet, RowsQuery asked, long count, boolean ownTeams, Locale locale) throws IOException {
        sheet.width(0, 28);
        sheet.width(1, 100);
        int line = say(sheet, 0, words.text("report.sheet.figure", locale), words.name(asked.figure(), locale));
        line = say(sheet, line, words.text("report.sheet.formula", locale), words.formula(asked.figure(), locale));
        line = say(sheet, line, words.text("report.sheet.part", locale), words.part(asked.part(), locale));
        for (Map.Entry<String, String> fact : texts.facts(asked, locale).entrySet()) {
            line = say(sheet, line, fact.getKey(), fact.getValue());
        }
        line = say(sheet, line, words.text("report.sheet.count", locale), FigureWords.count(count, locale));
        line = say(sheet, line, words.text("report.sheet.made", locale), times.text(clock.instant(), locale));
        if (ownTeams) {
            say(sheet, line, words.text("report.sheet.scope", locale), words.text("report.rows.ownTeams", locale));
        }
        sheet.finish();
    }

    private static int say(Worksheet sheet, int line, String heading, String text) {
        sheet.value(line, 0, heading);
        sheet.style(line, 0).bold().set();
        sheet.value(line, 1, text);
        sheet.style(line, 1).wrapText(true).set();
        return line + 1;
    }
}
