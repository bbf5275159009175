package org.redress.escalation.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.redress.escalation.Escalations;
import org.redress.escalation.Extensions;
import org.redress.shared.Problem;
import org.redress.shared.web.ProblemSentences;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Buttons in the head of a case that ask for more time or order supervision. What cannot be done comes back with the reason and the text. */
@Controller
class EscalationPages {

    private final Escalations escalations;
    private final Extensions extensions;
    private final ProblemSentences sentences;
    private final Clock clock;

    EscalationPages(Escalations escalations, Extensions extensions, ProblemSentences sentences, Clock clock) {
        this.escalations = escalations;
        this.extensions = extensions;
        this.sentences = sentences;
        this.clock = clock;
    }

    @PostMapping("/cases/{number}/extend")
    String extend(@PathVariable String number, @RequestParam(defaultValue = "") String until, @RequestParam(defaultValue = "") String text,
            RedirectAttributes flash, Locale locale) {
        return act(number, "extend", text, until, flash, locale, () -> extensions.ask(number, moment(until), text));
    }

    @PostMapping("/cases/{number}/supervise")
    String supervise(@PathVariable String number, @RequestParam(defaultValue = "") String text, RedirectAttributes flash, Locale locale) {
        return act(number, "supervise", text, "", flash, locale, () -> escalations.order(number, text));
    }

    private String act(String number, String verb, String text, String until, RedirectAttributes flash, Locale locale, Runnable act) {
        try {
            act.run();
            flash.addFlashAttribute("notice", "complaint.done." + verb);
        } catch (Problem problem) {
            if (problem.status() != 409 && problem.status() != 422) {
                throw problem;
            }
            flash.addFlashAttribute("refused", Map.of("verb", verb, "sentence", sentences.of(problem, locale), "text", text, "until", until, "waitingFor", ""));
        }
        return "redirect:/cases/" + number;
    }

    /** In the company's time zone, as the field of the page gives it. */
    private Instant moment(@Nullable String local) {
        try {
            return LocalDateTime.parse(String.valueOf(local)).atZone(clock.getZone()).toInstant();
        } catch (DateTimeException e) {
            throw Problem.invalid("until", "escalation.problem.until");
        }
    }
}
