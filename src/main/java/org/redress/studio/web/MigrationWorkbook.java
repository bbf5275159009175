package org.redress.studio.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.redress.shared.AuditTrail;
import org.redress.studio.Migration;
import org.redress.studio.MigrationCase;
import org.redress.studio.Migrations;
import org.springframework.stereotype.Component;

/** The report of a migration: every case with what was foreseen and what became of it. Text is never a formula. */
@Component
class MigrationWorkbook {

    private static final List<String> COLUMNS = List.of("case", "outcome", "why", "steps", "clocks", "at");
    private static final int BATCH = 500;

    private final Migrations migrations;
    private final MigrationWords words;
    private final AuditTrail audit;

    MigrationWorkbook(Migrations migrations, MigrationWords words, AuditTrail audit) {
        this.migrations = migrations;
        this.words = words;
        this.audit = audit;
    }

    void write(Migration migration, OutputStream out, Locale locale) throws IOException {
        audit.record("EXPORT", "MIGRATION", String.valueOf(migration.id()), Map.of());
        try (Workbook book = new Workbook(out, "Redress", "1.0")) {
            Worksheet sheet = book.newWorksheet(words.text("studio.migration.sheet", locale));
            for (int column = 0; column < COLUMNS.size(); column++) {
                sheet.value(0, column, words.text("studio.migration.col." + COLUMNS.get(column), locale));
                sheet.width(column, column == 3 || column == 4 ? 70 : 22);
            }
            sheet.range(0, 0, 0, COLUMNS.size() - 1).style().bold().set();
            sheet.freezePane(1, 1);
            int line = 1;
            List<MigrationCase> batch = migrations.cases(migration.id(), 0, BATCH, null);
            while (!batch.isEmpty()) {
                for (MigrationCase one : batch) {
                    row(sheet, line++, words.line(one, locale));
                }
                sheet.flush();
                batch = migrations.cases(migration.id(), batch.get(batch.size() - 1).place(), BATCH, null);
            }
            sheet.finish();
        }
    }

    private static void row(Worksheet sheet, int line, MigrationWords.Line said) {
        String why = said.why();
        String moved = said.movedAt();
        List<String> values = List.of(said.label(), said.outcomeText(), why == null ? "" : why, String.join("\n", said.steps()), String.join("\n", said.clocks()),
                moved == null ? "" : moved);
        for (int column = 0; column < values.size(); column++) {
            sheet.value(line, column, values.get(column));
            sheet.style(line, column).wrapText(true).set();
        }
    }
}
