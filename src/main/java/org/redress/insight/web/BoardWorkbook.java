package org.redress.insight.web;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.redress.insight.BoardPage;
import org.redress.insight.BoardRow;
import org.redress.insight.Hours;
import org.redress.insight.Stage;
import org.redress.shared.AuditTrail;
import org.springframework.stereotype.Component;

/** The rows of a board as a workbook: typed dates, a head that stays, a filter, and a sheet that says how to read it. Text is never a formula. */
@Component
class BoardWorkbook {

    private static final List<String> COLUMNS = List.of("number", "severity", "state", "summary", "complainant", "clock", "due", "cause", "step",
            "holder", "owner", "team", "level", "nextLevel", "nextAt", "marks");
    private static final String MOMENT = "yyyy-mm-dd hh:mm";
    private static final int FLUSH = 1_000;

    private final BoardTexts texts;
    private final Hours hours;
    private final AuditTrail audit;

    BoardWorkbook(BoardTexts texts, Hours hours, AuditTrail audit) {
        this.texts = texts;
        this.hours = hours;
        this.audit = audit;
    }

    void write(BoardQuery asked, BoardPage page, OutputStream out, Locale locale) throws IOException {
        audit.record("EXPORT", "BOARD", "overdue", Map.of("filter", asked.here(), "rows", page.rows().size()));
        try (Workbook book = new Workbook(out, "Redress", "1.0")) {
            Worksheet sheet = book.newWorksheet(texts.text("insight.sheet.cases", locale));
            head(sheet, locale);
            int line = 1;
            for (BoardRow row : page.rows()) {
                cells(sheet, line++, row, locale);
                if (line % FLUSH == 0) {
                    sheet.flush();
                }
            }
            sheet.freezePane(1, 1);
            sheet.setAutoFilter(0, 0, page.rows().size(), COLUMNS.size() + Stage.values().length - 1);
            sheet.finish();
            explain(book.newWorksheet(texts.text("insight.sheet.how", locale)), asked, page, locale);
        }
    }

    private void head(Worksheet sheet, Locale locale) {
        int column = 0;
        for (String name : COLUMNS) {
            sheet.value(0, column, texts.text("insight.sheet." + name, locale));
            sheet.width(column++, name.equals("summary") ? 50 : 18);
        }
        for (Stage stage : Stage.values()) {
            sheet.value(0, column, texts.text("insight.sheet.hours", locale, texts.text("enum.Stage." + stage, locale)));
            sheet.width(column++, 16);
        }
        sheet.range(0, 0, 0, column - 1).style().bold().wrapText(true).set();
    }

    private void cells(Worksheet sheet, int line, BoardRow row, Locale locale) {
        BoardRow.Reading clock = row.clock();
        BoardRow.Work work = row.work().isEmpty() ? null : row.work().get(0);
        text(sheet, line, 0, row.number());
        text(sheet, line, 1, row.severity());
        text(sheet, line, 2, texts.text("enum.BoardState." + row.state(), locale));
        text(sheet, line, 3, row.summary());
        text(sheet, line, 4, row.complainant());
        text(sheet, line, 5, clock == null ? null : texts.text("enum.ClockKind." + clock.kind(), locale));
        moment(sheet, line, 6, clock == null ? null : clock.dueAt());
        text(sheet, line, 7, row.cause() == null ? null : texts.text("enum.Stage." + row.cause(), locale));
        text(sheet, line, 8, work == null ? null : work.name().in(locale));
        text(sheet, line, 9, work == null ? null : texts.holder(work, locale));
        text(sheet, line, 10, row.owner() == null ? null : texts.person(row.owner(), locale));
        text(sheet, line, 11, row.team() == null ? null : texts.team(row.team(), locale));
        sheet.value(line, 12, row.ladderLevel());
        if (row.nextLevel() != null) {
            sheet.value(line, 13, row.nextLevel());
        }
        moment(sheet, line, 14, row.nextStepAt());
        text(sheet, line, 15, row.marks().stream().map(mark -> texts.text("enum.GamingKind." + mark, locale)).collect(Collectors.joining(", ")));
        int column = COLUMNS.size();
        for (Stage stage : Stage.values()) {
            sheet.value(line, column, Math.round(row.spent().getOrDefault(stage, 0L) / 6.0) / 10.0);
            sheet.style(line, column++).format("0.0").set();
        }
    }

    private void explain(Worksheet sheet, BoardQuery asked, BoardPage page, Locale locale) throws IOException {
        sheet.width(0, 30);
        sheet.width(1, 100);
        int line = 0;
        line = row(sheet, line, "insight.sheet.made", texts.moment(hours.now(), locale), locale);
        line = row(sheet, line, "insight.sheet.filters", asked.here(), locale);
        line = row(sheet, line, "insight.sheet.rows", String.valueOf(page.rows().size()), locale);
        for (String state : List.of("BREACHED", "AT_RISK", "ON_TRACK", "PAUSED")) {
            line = row(sheet, line, "enum.BoardState." + state, texts.text("insight.how." + state, locale), locale);
        }
        line = row(sheet, line, "insight.sheet.cause", texts.text("insight.how.cause", locale), locale);
        line = row(sheet, line, "insight.sheet.due", texts.text("insight.how.due", locale), locale);
        row(sheet, line, "insight.sheet.level", texts.text("insight.how.ladder", locale), locale);
        sheet.finish();
    }

    private int row(Worksheet sheet, int line, String key, String value, Locale locale) {
        sheet.value(line, 0, texts.text(key, locale));
        sheet.style(line, 0).bold().set();
        sheet.value(line, 1, value);
        sheet.style(line, 1).wrapText(true).set();
        return line + 1;
    }

    private static void text(Worksheet sheet, int line, int column, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            sheet.value(line, column, value);
        }
    }

    private void moment(Worksheet sheet, int line, int column, @Nullable Instant moment) {
        if (moment != null) {
            sheet.value(line, column, LocalDateTime.ofInstant(moment, hours.zone()));
            sheet.style(line, column).format(MOMENT).set();
        }
    }
}
