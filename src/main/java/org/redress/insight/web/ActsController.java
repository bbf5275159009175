package org.redress.insight.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.redress.insight.BoardActs;
import org.redress.insight.BoardActs.Line;
import org.redress.insight.BoardActs.Verb;
import org.redress.insight.BoardActs.Words;
import org.redress.insight.BoardRow;
import org.redress.insight.Hours;
import org.redress.shared.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One verb on cases of the board: at once on a single one where nothing must be said, otherwise after a look at what will happen. */
@Controller
class ActsController {

    private static final int MOST = 200;
    private static final String MOVE = "MOVE";

    private final BoardActs acts;
    private final BoardRowView rows;
    private final BoardTexts texts;
    private final Hours hours;

    ActsController(BoardActs acts, BoardRowView rows, BoardTexts texts, Hours hours) {
        this.acts = acts;
        this.rows = rows;
        this.texts = texts;
        this.hours = hours;
    }

    /** @param row null when the case is no longer on the board; reason null when the verb is possible */
    record Shown(String number, BoardRowView.@Nullable Row row, @Nullable String reason) {
    }

    /** @param one a verb and a number, "NUDGE:RD-2026-000123": the button of a single row */
    @PostMapping("/board/overdue/act")
    String act(@RequestParam(name = "case", required = false) @Nullable List<String> cases, @RequestParam(required = false) @Nullable String verb,
            @RequestParam(required = false) @Nullable String one, @RequestParam(required = false) @Nullable String back, Model model, Locale locale,
            RedirectAttributes redirect) {
        if (one != null && one.indexOf(':') > 0) {
            String number = one.substring(one.indexOf(':') + 1);
            return single(one.substring(0, one.indexOf(':')), number, back, model, locale, redirect);
        }
        if (cases == null || cases.isEmpty() || verb == null) {
            redirect.addFlashAttribute("notice", "insight.act.nothing");
            redirect.addFlashAttribute("noticeKind", "warning");
            return "redirect:" + local(back);
        }
        return verb.equals(MOVE) ? move(cases, back, redirect) : preview(verb(verb), checked(cases), back, model, locale);
    }

    /** @param until as a browser writes it, "2026-03-04T17:30", in the company's time zone */
    @PostMapping("/board/overdue/act/apply")
    Object apply(@RequestParam("case") List<String> cases, @RequestParam String verb, @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String until, @RequestParam(required = false) @Nullable String back, Model model, Locale locale) {
        Verb chosen = verb(verb);
        Instant moment = moment(until);
        Map<String, String> errors = new LinkedHashMap<>();
        if (chosen.reasoned() && (reason == null || reason.isBlank())) {
            errors.put("reason", texts.text("insight.problem.reason", locale));
        }
        if (chosen == Verb.EXTEND && moment == null) {
            errors.put("until", texts.text("insight.problem.until", locale));
        }
        if (!errors.isEmpty()) {
            fill(model, chosen, acts.look(chosen, checked(cases)), back, locale);
            model.addAttribute("errors", errors);
            model.addAttribute("reason", reason);
            model.addAttribute("until", until);
            return new ModelAndView("insight/act", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        fill(model, chosen, acts.apply(chosen, checked(cases), new Words(reason == null ? "" : reason.strip(), moment)), back, locale);
        return "insight/acted";
    }

    private @Nullable Instant moment(@Nullable String until) {
        try {
            return until == null || until.isBlank() ? null : LocalDateTime.parse(until).atZone(hours.zone()).toInstant();
        } catch (DateTimeException e) {
            return null; // said as a problem of the field
        }
    }

    private String single(String verb, String number, @Nullable String back, Model model, Locale locale, RedirectAttributes redirect) {
        if (verb.equals(MOVE)) {
            return move(List.of(number), back, redirect);
        }
        if (verb(verb).reasoned()) {
            return preview(verb(verb), List.of(number), back, model, locale);
        }
        Line line = acts.apply(verb(verb), List.of(number), Words.NONE).get(0);
        redirect.addFlashAttribute("notice", line.done() ? "insight.act.did." + verb(verb) : line.problem());
        redirect.addFlashAttribute("noticeArgs", line.done() ? new Object[] {number} : line.args().toArray());
        redirect.addFlashAttribute("noticeKind", line.done() ? "success" : "warning");
        return "redirect:" + local(back);
    }

    private String preview(Verb verb, List<String> cases, @Nullable String back, Model model, Locale locale) {
        fill(model, verb, acts.look(verb, cases), back, locale);
        return "insight/act";
    }

    /** Handing over is about the tasks of the cases: the page for that takes over. */
    private String move(List<String> cases, @Nullable String back, RedirectAttributes redirect) {
        List<String> picks = new ArrayList<>();
        for (Line line : acts.rows(checked(cases))) {
            BoardRow row = line.row();
            if (row != null) {
                row.work().forEach(work -> picks.add(work.id() + ":" + work.version()));
            }
        }
        if (picks.isEmpty()) {
            redirect.addFlashAttribute("notice", "insight.act.noWork");
            redirect.addFlashAttribute("noticeKind", "warning");
            return "redirect:" + local(back);
        }
        redirect.addAttribute("pick", picks);
        redirect.addAttribute("back", local(back));
        return "redirect:/board/move";
    }

    private void fill(Model model, Verb verb, List<Line> lines, @Nullable String back, Locale locale) {
        model.addAttribute("verb", verb);
        model.addAttribute("back", local(back));
        model.addAttribute("done", lines.stream().filter(Line::done).map(line -> shown(line, locale)).toList());
        model.addAttribute("left", lines.stream().filter(line -> !line.done()).map(line -> shown(line, locale)).toList());
    }

    private Shown shown(Line line, Locale locale) {
        BoardRow row = line.row();
        return new Shown(line.number(), row == null ? null : rows.of(row, locale),
                line.problem() == null ? null : texts.text(line.problem(), locale, line.args().toArray()));
    }

    private static List<String> checked(List<String> cases) {
        if (cases.size() > MOST) {
            throw Problem.tooLarge("insight.problem.tooMany", MOST);
        }
        return cases.stream().distinct().toList();
    }

    private static Verb verb(String text) {
        for (Verb verb : Verb.values()) {
            if (verb.name().equals(text)) {
                return verb;
            }
        }
        throw Problem.badRequest("insight.problem.verb");
    }

    /** Only our own boards: an address from outside is no way back. */
    static String local(@Nullable String back) {
        return back != null && back.matches("/board(/[A-Za-z0-9/._-]*)?(\\?[^\\r\\n]*)?") ? back : BoardQuery.PATH;
    }
}
