package org.redress.briefing.web;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.redress.briefing.Briefing;
import org.redress.briefing.BriefingContent;
import org.redress.briefing.BriefingContent.Cell;
import org.redress.briefing.BriefingContent.Column;
import org.redress.briefing.BriefingContent.Row;
import org.redress.briefing.BriefingContent.Section;
import org.redress.briefing.BriefingContent.Table;
import org.redress.briefing.Unit;
import org.redress.shared.Bilingual;
import org.redress.shared.web.PageTimes;
import org.springframework.stereotype.Component;

/** A briefing as a workbook: what it says, each table with typed numbers on a sheet of its own, and how to read them. Text is never a formula. */
@Component
class BriefingWorkbook {

    private static final int LONGEST_NAME = 31;
    private static final int NARROW = 14;
    private static final int WIDE = 34;
    private static final int TEXT = 110;

    private final BriefingTexts texts;
    private final PageTimes times;

    BriefingWorkbook(BriefingTexts texts, PageTimes times) {
        this.texts = texts;
        this.times = times;
    }

    void write(Briefing briefing, OutputStream out, Locale locale) throws IOException {
        BriefingContent content = briefing.content();
        Set<String> names = new HashSet<>();
        try (Workbook book = new Workbook(out, "Redress", "1.0")) {
            says(book.newWorksheet(name(texts.text("briefing.sheet.says", locale), names)), briefing, locale);
            for (Section section : content.sections()) {
                for (Table table : section.tables()) {
                    table(book.newWorksheet(name(table.caption().in(locale), names)), table, locale);
                }
            }
            explain(book.newWorksheet(name(texts.text("briefing.sheet.how", locale), names)), briefing, locale);
        }
    }

    private void says(Worksheet sheet, Briefing briefing, Locale locale) throws IOException {
        sheet.width(0, TEXT);
        int line = 0;
        sheet.value(line, 0, texts.title(briefing.content(), locale));
        sheet.style(line++, 0).bold().fontSize(14).set();
        sheet.value(line++, 0, texts.text("enum.BriefingState." + briefing.state(), locale));
        if (briefing.content().withoutCalls()) {
            sheet.value(line++, 0, texts.text("briefing.withoutCalls", locale));
        }
        for (Section section : briefing.content().sections()) {
            line++;
            sheet.value(line, 0, section.title().in(locale));
            sheet.style(line++, 0).bold().set();
            for (Bilingual finding : section.findings()) {
                line = wrapped(sheet, line, finding.in(locale));
            }
            for (Table table : section.tables()) {
                if (table.chart() != null) {
                    line = wrapped(sheet, line, table.chart().finding().in(locale));
                }
            }
            if (!section.words().isEmpty()) {
                line = wrapped(sheet, line, section.words());
            }
        }
        sheet.finish();
    }

    private static int wrapped(Worksheet sheet, int line, String text) {
        sheet.value(line, 0, text);
        sheet.style(line, 0).wrapText(true).set();
        return line + 1;
    }

    private void table(Worksheet sheet, Table table, Locale locale) throws IOException {
        for (int column = 0; column < table.columns().size(); column++) {
            sheet.value(0, column, table.columns().get(column).name().in(locale));
            sheet.width(column, table.columns().get(column).unit() == Unit.TEXT ? WIDE : NARROW);
        }
        sheet.range(0, 0, 0, table.columns().size() - 1).style().bold().wrapText(true).set();
        int line = 1;
        for (Row row : table.rows()) {
            for (int column = 0; column < row.cells().size(); column++) {
                cell(sheet, line, column, row.cells().get(column), table.columns().get(column), locale);
            }
            line++;
        }
        sheet.freezePane(1, 1);
        if (!table.rows().isEmpty()) {
            sheet.setAutoFilter(0, 0, table.rows().size(), table.columns().size() - 1);
        }
        sheet.finish();
    }

    private static void cell(Worksheet sheet, int line, int at, Cell cell, Column column, Locale locale) {
        if (cell.text() != null) {
            sheet.value(line, at, cell.text().in(locale));
        } else if (cell.day() != null) {
            sheet.value(line, at, cell.day());
            sheet.style(line, at).format("yyyy-mm-dd").set();
        } else if (cell.number() != null && column.unit() == Unit.PERCENT) {
            sheet.value(line, at, cell.number().movePointLeft(2));
            sheet.style(line, at).format("0.00%").set();
        } else if (cell.number() != null) {
            sheet.value(line, at, cell.number());
            sheet.style(line, at).format(BigDecimal.ZERO.compareTo(cell.number().remainder(BigDecimal.ONE)) == 0 ? "#,##0" : "0.00").set();
        }
    }

    private void explain(Worksheet sheet, Briefing briefing, Locale locale) throws IOException {
        sheet.width(0, WIDE);
        sheet.width(1, TEXT);
        BriefingContent content = briefing.content();
        int line = row(sheet, 0, texts.text("briefing.sheet.period", locale), texts.day(content.from(), locale) + " – "
                + texts.day(content.to().minusDays(1), locale));
        line = row(sheet, line, texts.text("briefing.counted", locale), times.text(content.countedAt(), locale));
        line = row(sheet, line, texts.text("briefing.hash", locale), briefing.sha256());
        for (Section section : content.sections()) {
            for (Table table : section.tables()) {
                line = row(sheet, line + 1, table.caption().in(locale), "");
                for (Column column : table.columns()) {
                    line = row(sheet, line, column.name().in(locale), column.how().in(locale));
                }
            }
        }
        sheet.freezePane(1, 0);
        sheet.finish();
    }

    private static int row(Worksheet sheet, int line, String what, String value) {
        sheet.value(line, 0, what);
        sheet.style(line, 0).bold().set();
        sheet.value(line, 1, value);
        sheet.style(line, 1).wrapText(true).set();
        return line + 1;
    }

    /** A sheet's name may not be long, hold some signs, or stand twice. */
    private static String name(String wanted, Set<String> taken) {
        String clean = wanted.replaceAll("[\\\\/?*\\[\\]:']", " ").strip();
        String name = clean.substring(0, Math.min(LONGEST_NAME, clean.length()));
        for (int again = 2; !taken.add(name.toLowerCase(Locale.ROOT)); again++) {
            String tail = " " + again;
            name = clean.substring(0, Math.min(LONGEST_NAME - tail.length(), clean.length())) + tail;
        }
        return name;
    }
}
