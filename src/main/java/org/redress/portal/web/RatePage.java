package org.redress.portal.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.redress.portal.Limits;
import org.redress.shared.Problem;
import org.redress.survey.AskLinks;
import org.redress.survey.AskLinks.Given;
import org.redress.survey.AskLinks.Question;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * One question for who holds its link. Opening it answers nothing, also where the link names a grade: programs that look at mail open links
 * by themselves.
 */
@Controller
@RequestMapping("/rate/{token}")
class RatePage {

    private static final Given NOTHING = new Given(null, null, null);

    private final AskLinks links;
    private final Limits limits;
    private final PortalFrame frame;

    RatePage(AskLinks links, Limits limits, PortalFrame frame) {
        this.links = links;
        this.limits = limits;
        this.frame = frame;
    }

    @GetMapping
    ModelAndView page(@PathVariable String token, @RequestParam(required = false) @Nullable String grade, Model model, HttpServletRequest request,
            HttpServletResponse response, Locale locale) {
        limits.look(request.getRemoteAddr());
        Question question = links.find(token).orElse(null);
        if (question == null) {
            return nowhere(model, request, response, locale);
        }
        Given chosen = grade == null ? question.given() : new Given(grade, question.given().appointmentKept(), question.given().words());
        return show(question, token, chosen, Map.of(), question.open() ? HttpStatus.OK : HttpStatus.GONE, model, request, response, locale);
    }

    @PostMapping
    Object answer(@PathVariable String token, @RequestParam(required = false) @Nullable String rating,
            @RequestParam(required = false) @Nullable Boolean kept, @RequestParam(required = false) @Nullable String words, Model model,
            HttpServletRequest request, HttpServletResponse response, Locale locale, RedirectAttributes flash) {
        limits.look(request.getRemoteAddr());
        Question question = links.find(token).orElse(null);
        if (question == null) {
            return nowhere(model, request, response, locale);
        }
        limits.rate(question.id());
        Given given = new Given(rating, question.asksKept() ? kept : null, words);
        try {
            links.answer(token, given);
        } catch (Problem problem) {
            return show(links.find(token).orElse(question), token, given, frame.errors(problem, "rating", locale),
                    HttpStatus.valueOf(problem.status()), model, request, response, locale);
        }
        flash.addFlashAttribute("done", "portal.ask.thanks");
        return "redirect:/rate/" + token;
    }

    private ModelAndView show(Question question, String token, Given chosen, Map<String, String> errors, HttpStatus status, Model model,
            HttpServletRequest request, HttpServletResponse response, Locale locale) {
        frame.fill(model, "/rate/" + token, request, response, locale);
        model.addAttribute("token", token);
        model.addAttribute("it", question);
        model.addAttribute("chosen", question.open() ? chosen : NOTHING);
        model.addAttribute("errors", errors);
        model.addAttribute("choices", List.of("true", "false"));
        ModelAndView page = new ModelAndView("portal/rate", model.asMap());
        page.setStatus(status);
        return page;
    }

    /** Wrong, mistyped, made up: the answer does not tell which. */
    private ModelAndView nowhere(Model model, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        limits.wrongLink(request.getRemoteAddr());
        frame.fill(model, "/complain", request, response, locale);
        ModelAndView page = new ModelAndView("portal/rate-nowhere", model.asMap());
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }
}
