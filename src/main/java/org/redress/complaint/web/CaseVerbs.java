package org.redress.complaint.web;

import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.redress.complaint.CaseDesk;
import org.redress.complaint.CaseReader;
import org.redress.complaint.WaitingFor;
import org.redress.shared.Problem;
import org.redress.shared.web.ProblemSentences;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The buttons in the head of a case. What cannot be done shows the case again with the reason, and with what was typed. */
@Controller
class CaseVerbs {

    private final CaseDesk desk;
    private final CaseReader cases;
    private final CaseHead head;
    private final TimelineView timeline;
    private final ProblemSentences sentences;

    CaseVerbs(CaseDesk desk, CaseReader cases, CaseHead head, TimelineView timeline, ProblemSentences sentences) {
        this.desk = desk;
        this.cases = cases;
        this.head = head;
        this.timeline = timeline;
        this.sentences = sentences;
    }

    /** @param version the version of the case that the person saw */
    record VerbForm(@Nullable String text, @Nullable String waitingFor, @Nullable Integer version) {
    }

    @PostMapping("/cases/{number}/{verb:note|contacted|pause|resume|nudge|withdraw|reopen}")
    Object act(@PathVariable String number, @PathVariable String verb, @ModelAttribute VerbForm form, Model model, Locale locale,
            RedirectAttributes flash) {
        try {
            perform(number, verb, form);
        } catch (Problem problem) {
            if (problem.status() != 409 && problem.status() != 422) {
                throw problem;
            }
            return again(number, verb, form, problem, model, locale);
        }
        flash.addFlashAttribute("notice", "complaint.done." + verb);
        return "redirect:/cases/" + number;
    }

    private void perform(String number, String verb, VerbForm form) {
        switch (verb) {
            case "note" -> desk.note(number, form.text());
            case "contacted" -> desk.contacted(number, form.version(), null, form.text());
            case "pause" -> desk.pause(number, form.version(), waitingFor(form), form.text());
            case "resume" -> desk.resume(number, form.version(), form.text());
            case "nudge" -> desk.nudge(number);
            case "withdraw" -> desk.withdraw(number, form.version(), form.text());
            case "reopen" -> desk.reopen(number, form.version(), form.text());
            default -> throw new IllegalArgumentException(verb);
        }
    }

    private static @Nullable WaitingFor waitingFor(VerbForm form) {
        for (WaitingFor each : WaitingFor.values()) {
            if (each.name().equals(form.waitingFor())) {
                return each;
            }
        }
        return null;
    }

    private ModelAndView again(String number, String verb, VerbForm form, Problem problem, Model model, Locale locale) {
        head.fill(model, cases.view(number), "timeline");
        model.addAttribute("show", "");
        model.addAttribute("filters", TimelineView.GROUPS);
        model.addAttribute("entries", timeline.of(cases.timeline(number), null, locale));
        String sentence = sentences.of(problem, locale);
        model.addAttribute("refused", Map.of("verb", verb, "sentence", sentence, "text", form.text() == null ? "" : form.text(),
                "waitingFor", form.waitingFor() == null ? "" : form.waitingFor()));
        ModelAndView page = new ModelAndView("complaint/case", model.asMap());
        page.setStatus(HttpStatus.valueOf(problem.status()));
        return page;
    }
}
