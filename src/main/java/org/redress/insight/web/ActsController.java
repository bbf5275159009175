package org.redress.insight.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.redress.insight.BoardActs;
import org.redress.insight.BoardActs.Line;
import org.redress.insight.BoardActs.Verb;
import org.redress.insight.BoardRow;
import org.redress.shared.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One verb on cases of the board: at once on a single one where nothing must be said, otherwise after a look at what will happen. */
@Controller
class ActsController {

    private static final int MOST = 200;
    private static final String MOVE = "MOVE";

    private final BoardActs acts;
    private final BoardRowView rows;
    private final BoardTexts texts;

    ActsController(BoardActs acts, BoardRowView rows, BoardTexts texts) {
        this.acts = acts;
        this.rows = rows;
        this.texts = texts;
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

    @PostMapping("/board/overdue/act/apply")
    String apply(@RequestParam("case") List<String> cases, @RequestParam String verb, @RequestParam(required = false) @Nullable String back,
            Model model, Locale locale) {
        fill(model, verb(verb), acts.apply(verb(verb), checked(cases)), back, locale);
        return "insight/acted";
    }

    private String single(String verb, String number, @Nullable String back, Model model, Locale locale, RedirectAttributes redirect) {
        if (verb.equals(MOVE)) {
            return move(List.of(number), back, redirect);
        }
        Line line = acts.apply(verb(verb), List.of(number)).get(0);
        redirect.addFlashAttribute("notice", line.done() ? "insight.act.did." + verb(verb) : line.problem());
        redirect.addFlashAttribute("noticeArgs", line.done() ? new Object[] {number} : line.args().toArray());
        redirect.addFlashAttribute("noticeKind", line.done() ? "success" : "warning");
        return "redirect:" + local(back);
    }

    private String preview(Verb verb, List<String> cases, @Nullable String back, Model model, Locale locale) {
        fill(model, verb, acts.look(cases), back, locale);
        return "insight/act";
    }

    /** Handing over is about the tasks of the cases: the page for that takes over. */
    private String move(List<String> cases, @Nullable String back, RedirectAttributes redirect) {
        List<String> picks = new ArrayList<>();
        for (Line line : acts.look(checked(cases))) {
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
