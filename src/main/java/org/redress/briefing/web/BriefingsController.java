package org.redress.briefing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.redress.briefing.Briefing;
import org.redress.briefing.Briefings;
import org.redress.briefing.Briefings.Line;
import org.redress.briefing.MeasureSource;
import org.redress.briefing.Measures;
import org.redress.briefing.Period;
import org.redress.figure.PeriodKind;
import org.redress.shared.AuditTrail;
import org.redress.shared.Business;
import org.redress.shared.CurrentActor;
import org.redress.shared.Problem;
import org.redress.shared.Slice;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of briefings and each of them: as a page, on paper, as a workbook. */
@Controller
@RequestMapping("/briefings")
class BriefingsController {

    private static final int PAGE = 50;
    /** Who may open the rows behind a number. */
    private static final String[] OPEN_ROWS = {"TEAM_LEADER", "DEPARTMENT_MANAGER", "SERVICE_DIRECTOR"};

    private final Briefings briefings;
    private final Measures measures;
    private final MeasurePage measurePage;
    private final BriefingTexts texts;
    private final BriefingPdf pdf;
    private final BriefingWorkbook workbook;
    private final AuditTrail audit;
    private final CurrentActor actor;

    BriefingsController(Briefings briefings, Measures measures, MeasurePage measurePage, BriefingTexts texts, BriefingPdf pdf,
            BriefingWorkbook workbook, AuditTrail audit, CurrentActor actor) {
        this.briefings = briefings;
        this.measures = measures;
        this.measurePage = measurePage;
        this.texts = texts;
        this.pdf = pdf;
        this.workbook = workbook;
        this.audit = audit;
        this.actor = actor;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable String kind, @RequestParam(required = false) @Nullable String cursor, Model model) {
        PeriodKind chosen = kind == null || kind.isBlank() ? null : kind(kind);
        Slice<Line> lines = briefings.list(chosen, cursor, PAGE);
        model.addAttribute("lines", lines.items());
        model.addAttribute("kind", chosen);
        model.addAttribute("kinds", PeriodKind.values());
        model.addAttribute("businesses", Business.values());
        model.addAttribute("manages", briefings.mayManage());
        model.addAttribute("next", lines.next() == null ? null : "/briefings?cursor=" + lines.next() + (chosen == null ? "" : "&kind=" + kind));
        model.addAttribute("first", cursor == null || cursor.isBlank() ? null : "/briefings" + (chosen == null ? "" : "?kind=" + kind));
        return "briefing/list";
    }

    @PostMapping
    String start(@RequestParam String kind, @RequestParam String day, @RequestParam(defaultValue = "") String business, RedirectAttributes flash) {
        Period period = Period.of(kind(kind), day(day));
        long id = briefings.start(period, business(business));
        flash.addFlashAttribute("notice", "briefing.notice.started");
        return "redirect:/briefings/" + id;
    }

    @GetMapping("/{id:\\d{1,18}}")
    String open(@PathVariable long id, Model model, Locale locale) {
        return show(briefings.read(id), model, locale);
    }

    @GetMapping("/{kind:week|month|quarter|year}/{period}")
    String open(@PathVariable String kind, @PathVariable String period, @RequestParam(defaultValue = "") String business, Model model, Locale locale) {
        Period asked = Period.parse(kind(kind), period).orElseThrow(() -> Problem.notFound("briefing.problem.none"));
        return show(briefings.read(asked, business(business)), model, locale);
    }

    private String show(Briefing briefing, Model model, Locale locale) {
        model.addAttribute("briefing", briefing);
        model.addAttribute("heading", texts.title(briefing.content(), locale));
        model.addAttribute("texts", texts);
        model.addAttribute("opensRows", actor.get().hasAny(OPEN_ROWS));
        model.addAttribute("earlier", briefings.before(briefing).orElse(null));
        model.addAttribute("measures", measurePage.rows(measures.of(MeasureSource.BRIEFING, briefing.id()), locale));
        measurePage.choices(model, locale);
        return "briefing/briefing";
    }

    @GetMapping("/{id:\\d{1,18}}.pdf")
    void paper(@PathVariable long id, HttpServletResponse response, Locale locale) throws IOException {
        Briefing briefing = briefings.read(id);
        answer(briefing, "pdf", "application/pdf", response);
        pdf.print(briefing, response.getOutputStream(), locale);
    }

    @GetMapping("/{id:\\d{1,18}}.xlsx")
    void workbook(@PathVariable long id, HttpServletResponse response, Locale locale) throws IOException {
        Briefing briefing = briefings.read(id);
        answer(briefing, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", response);
        workbook.write(briefing, response.getOutputStream(), locale);
    }

    private void answer(Briefing briefing, String ending, String type, HttpServletResponse response) {
        audit.record("EXPORT", "BRIEFING", String.valueOf(briefing.id()), Map.of("as", ending, "sha256", briefing.sha256()));
        String name = "briefing-" + briefing.period().code() + (briefing.business() == null ? "" : "-" + briefing.business().name().toLowerCase(Locale.ROOT));
        response.setContentType(type);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name + "." + ending).build().toString());
    }

    private static PeriodKind kind(String name) {
        return Arrays.stream(PeriodKind.values()).filter(kind -> kind.name().equalsIgnoreCase(name)).findFirst()
                .orElseThrow(() -> Problem.badRequest("briefing.problem.kind"));
    }

    private static @Nullable Business business(String name) {
        return name.isBlank() ? null : List.of(Business.values()).stream().filter(each -> each.name().equals(name)).findFirst()
                .orElseThrow(() -> Problem.badRequest("briefing.problem.business"));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw Problem.invalid("day", "briefing.problem.day");
        }
    }
}
