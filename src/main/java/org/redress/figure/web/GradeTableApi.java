package org.redress.figure.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.figure.Comparison;
import org.redress.figure.FigureTexts;
import org.redress.figure.GradeRow;
import org.redress.figure.GradeTable;
import org.redress.figure.GradeTables;
import org.redress.figure.PeriodKind;
import org.redress.shared.Business;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/briefings/{period}}: Table 1 of a briefing as it is now. */
@RestController
@Tag(name = "Figures")
class GradeTableApi {

    private final GradeTables tables;
    private final FigureParameters parameters;
    private final FigureTexts texts;

    GradeTableApi(GradeTables tables, FigureParameters parameters, FigureTexts texts) {
        this.tables = tables;
        this.parameters = parameters;
        this.texts = texts;
    }

    record Grade(String code, String name) {
    }

    /** @param flags codes with a number, such as MISMATCH:4; problems the same in words */
    record Row(String team, String name, long called, Map<String, Long> counts, long unrated, @Nullable BigDecimal satisfactionPublished,
            @Nullable BigDecimal satisfactionRated, @Nullable BigDecimal unratedShare, @Nullable BigDecimal previous, List<String> flags, List<String> problems,
            Comparison comparison, String verdict) {
    }

    record Table(String period, LocalDate from, LocalDate to, @Nullable Business business, List<Grade> grades, List<Row> rows, Row total) {
    }

    @Operation(summary = "Teams with what they were given: period week, month, quarter or year; from its first day, the last one that is over where it is not said")
    @GetMapping("/api/v1/briefings/{period}")
    Table table(@PathVariable String period, @RequestParam(required = false) @Nullable String from, @RequestParam(required = false) @Nullable String business,
            Locale locale) {
        PeriodKind kind = FigureParameters.period(period);
        GradeTable table = tables.table(kind, from == null || from.isBlank() ? parameters.lastOver(kind) : FigureParameters.day("from", from),
                FigureParameters.business(business));
        return new Table(kind.name().toLowerCase(Locale.ROOT), table.from(), table.to(), table.business(),
                table.grades().stream().map(grade -> new Grade(grade.code(), grade.name().in(locale))).toList(),
                table.rows().stream().map(row -> row(row, locale)).toList(), row(table.total(), locale));
    }

    private Row row(GradeRow row, Locale locale) {
        return new Row(row.team(), row.name().in(locale), row.called(), row.counts(), row.unrated(), row.published(), row.rated(), row.unratedShare(),
                row.previousPublished(), row.flags(), row.flags().stream().map(flag -> texts.flag(flag, locale)).toList(), row.comparison(),
                texts.comparison(row.comparison(), locale));
    }
}
