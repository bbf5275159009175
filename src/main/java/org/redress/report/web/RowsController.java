package org.redress.report.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.redress.figure.Figure;
import org.redress.figure.FigureRow;
import org.redress.figure.FigureRows;
import org.redress.figure.FigureValue;
import org.redress.figure.Figures;
import org.redress.report.FigureWords;
import org.redress.report.RowSheet;
import org.redress.shared.CurrentActor;
import org.redress.shared.Problem;
import org.redress.shared.Slice;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The rows behind a number, as a page and as a file; each leads to its case, its job or its answer. */
@Controller
class RowsController {

    private static final int ROWS = 50;

    private final FigureRows rows;
    private final Figures figures;
    private final RowTexts texts;
    private final RowsWorkbook workbook;
    private final RowSheet sheets;
    private final RowSheetView sheetView;
    private final FigureWords words;
    private final CurrentActor current;

    RowsController(FigureRows rows, Figures figures, RowTexts texts, RowsWorkbook workbook, RowSheet sheets, RowSheetView sheetView, FigureWords words,
            CurrentActor current) {
        this.rows = rows;
        this.figures = figures;
        this.texts = texts;
        this.workbook = workbook;
        this.sheets = sheets;
        this.sheetView = sheetView;
        this.words = words;
        this.current = current;
    }

    @GetMapping(RowsQuery.PATH)
    String rows(@RequestParam Map<String, String> parameters, Model model, Locale locale) {
        RowsQuery asked = RowsQuery.of(parameters);
        String cursor = parameters.get("cursor");
        String first = parameters.getOrDefault("first", "1");
        int from = first.matches("\\d{1,9}") ? Math.max(1, Integer.parseInt(first)) : 1;
        Slice<FigureRow> page = rows.page(asked.figure(), asked.part(), asked.query(), cursor, ROWS);
        model.addAttribute("heading", texts.title(asked, locale));
        model.addAttribute("formula", words.formula(asked.figure(), locale));
        model.addAttribute("facts", texts.facts(asked, locale));
        model.addAttribute("rows", page.items().stream().map(row -> texts.row(row, locale)).toList());
        model.addAttribute("total", seesAll() ? total(asked) : null);
        model.addAttribute("ownTeams", !seesAll());
        model.addAttribute("first", cursor == null ? null : asked.address(RowsQuery.PATH, null, 1));
        model.addAttribute("next", page.next() == null ? null : asked.address(RowsQuery.PATH, page.next(), from + page.items().size()));
        model.addAttribute("from", from);
        model.addAttribute("to", from + page.items().size() - 1);
        model.addAttribute("workbook", asked.address(RowsQuery.PATH + ".xlsx", null, 1));
        model.addAttribute("back", texts.back(asked));
        return "report/rows";
    }

    @GetMapping(RowsQuery.PATH + ".xlsx")
    void workbook(@RequestParam Map<String, String> parameters, HttpServletResponse response, Locale locale) throws IOException {
        RowsQuery asked = RowsQuery.of(parameters);
        if (!rows.parts(asked.figure()).contains(asked.part())) {
            throw Problem.badRequest("report.problem.part");
        }
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + asked.figure().name().toLowerCase(Locale.ROOT).replace('_', '-') + "-"
                + asked.query().from() + ".xlsx\"");
        workbook.write(asked, !seesAll(), response.getOutputStream(), locale);
    }

    @GetMapping("/reports/jobs/{id}")
    String job(@PathVariable String id, Model model, Locale locale) {
        if (!id.matches("\\d{1,18}")) {
            throw Problem.notFound("report.problem.row");
        }
        sheetView.fill(sheets.ofJob(Long.parseLong(id)), model, locale);
        return "report/job";
    }

    /** How many there are; null where the part is no number of the value. */
    private @Nullable Long total(RowsQuery asked) {
        Figure figure = asked.figure();
        FigureValue value = figures.total(figure, asked.query()).value();
        return switch (asked.part()) {
            case FigureRows.NUMERATOR -> value.numerator();
            case FigureRows.DENOMINATOR -> value.denominator();
            default -> Objects.requireNonNullElse(value.leftOut().get(asked.part()), 0L);
        };
    }

    private boolean seesAll() {
        return current.get().hasAny("DEPARTMENT_MANAGER", "SERVICE_DIRECTOR");
    }
}
