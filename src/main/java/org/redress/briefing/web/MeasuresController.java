package org.redress.briefing.web;

import java.util.Locale;

import org.redress.briefing.Briefing;
import org.redress.briefing.Briefings;
import org.redress.shared.Problem;
import org.redress.shared.web.FormErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Measures decided on a briefing (整改措施), and what came of them. */
@Controller
class MeasuresController {

    private final Briefings briefings;
    private final MeasurePage page;
    private final BriefingTexts texts;

    MeasuresController(Briefings briefings, MeasurePage page, BriefingTexts texts) {
        this.briefings = briefings;
        this.page = page;
        this.texts = texts;
    }

    @GetMapping("/briefings/{id:\\d{1,18}}/measures/new")
    String blank(@PathVariable long id, Model model, Locale locale) {
        model.addAttribute("form", new MeasureForm());
        return form(briefings.read(id), model, locale);
    }

    @PostMapping("/briefings/{id:\\d{1,18}}/measures/new")
    Object decide(@PathVariable long id, @ModelAttribute("form") MeasureForm form, BindingResult errors, Model model, Locale locale,
            RedirectAttributes flash) {
        try {
            briefings.decide(id, form.decided());
            flash.addFlashAttribute("notice", "briefing.notice.decided");
            return "redirect:/briefings/" + id + "#decided";
        } catch (Problem problem) {
            FormErrors.put(problem, errors);
            return new ModelAndView(form(briefings.read(id), model, locale), model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    @PostMapping("/briefings/{id:\\d{1,18}}/measures/{measure:\\d{1,18}}")
    String end(@PathVariable long id, @PathVariable long measure, @RequestParam String verb, @RequestParam(defaultValue = "") String result,
            RedirectAttributes flash) {
        briefings.end(measure, verb.equals("DONE"), result);
        flash.addFlashAttribute("notice", "briefing.notice.ended");
        return "redirect:/briefings/" + id + "#decided";
    }

    private String form(Briefing briefing, Model model, Locale locale) {
        model.addAttribute("briefing", briefing);
        model.addAttribute("heading", texts.title(briefing.content(), locale));
        page.choices(model, locale);
        return "briefing/measure";
    }
}
