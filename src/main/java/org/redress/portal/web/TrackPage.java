package org.redress.portal.web;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.redress.complaint.CustomerCase;
import org.redress.complaint.CustomerCases;
import org.redress.complaint.CustomerDesk;
import org.redress.portal.Limits;
import org.redress.portal.PortalSettings;
import org.redress.portal.TrackingLinks;
import org.redress.shared.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One case for who holds its link. Every link that leads nowhere gets the same answer. */
@Controller
@RequestMapping("/track/{token}")
class TrackPage {

    private final TrackingLinks links;
    private final CustomerCases cases;
    private final CustomerDesk desk;
    private final Limits limits;
    private final PortalFrame frame;
    private final PortalSettings settings;
    private final Clock clock;

    TrackPage(TrackingLinks links, CustomerCases cases, CustomerDesk desk, Limits limits, PortalFrame frame, PortalSettings settings,
            Clock clock) {
        this.links = links;
        this.cases = cases;
        this.desk = desk;
        this.limits = limits;
        this.frame = frame;
        this.settings = settings;
        this.clock = clock;
    }

    /** What somebody typed into one of the forms of the page. */
    record Typed(@Nullable String words, @Nullable String withdrawReason, @Nullable String reopenReason) {

        static final Typed NOTHING = new Typed(null, null, null);
    }

    @FunctionalInterface
    private interface Act {

        void on(long caseId) throws IOException;
    }

    @GetMapping
    String page(@PathVariable String token, Model model, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        show(find(token, request), token, Typed.NOTHING, model, request, response, locale);
        return "portal/track";
    }

    @PostMapping("/words")
    Object words(@PathVariable String token, @RequestParam(required = false) @Nullable String words,
            @RequestParam(required = false) @Nullable List<MultipartFile> files, HttpServletRequest request, HttpServletResponse response,
            Locale locale, RedirectAttributes flash) throws IOException {
        return act(token, "words", new Typed(words, null, null), id -> desk.add(id, words, PortalFrame.files(files)), request, response,
                locale, flash);
    }

    @PostMapping("/withdraw")
    Object withdraw(@PathVariable String token, @RequestParam(required = false) @Nullable String withdrawReason,
            HttpServletRequest request, HttpServletResponse response, Locale locale, RedirectAttributes flash) throws IOException {
        String why = withdrawReason == null || withdrawReason.isBlank() ? frame.text("portal.withdraw.noReason", List.of(), locale)
                : withdrawReason;
        return act(token, "withdraw", new Typed(null, withdrawReason, null), id -> desk.withdraw(id, why), request, response, locale, flash);
    }

    @PostMapping("/rate")
    Object rate(@PathVariable String token, @RequestParam(required = false) @Nullable String rating, HttpServletRequest request,
            HttpServletResponse response, Locale locale, RedirectAttributes flash) throws IOException {
        return act(token, "rate", Typed.NOTHING, id -> desk.rate(id, rating), request, response, locale, flash);
    }

    @PostMapping("/reopen")
    Object reopen(@PathVariable String token, @RequestParam(required = false) @Nullable String reopenReason, HttpServletRequest request,
            HttpServletResponse response, Locale locale, RedirectAttributes flash) throws IOException {
        return act(token, "reopen", new Typed(null, null, reopenReason), id -> desk.reopen(id, reopenReason), request, response, locale,
                flash);
    }

    private Object act(String token, String verb, Typed typed, Act act, HttpServletRequest request, HttpServletResponse response,
            Locale locale, RedirectAttributes flash) throws IOException {
        long id = find(token, request);
        try {
            limits.act(id);
            act.on(id);
        } catch (Problem problem) {
            Model model = new ExtendedModelMap();
            show(id, token, typed, model, request, response, locale);
            model.addAttribute("errors", frame.errors(problem, verb, locale));
            ModelAndView page = new ModelAndView("portal/track", model.asMap());
            page.setStatus(HttpStatus.valueOf(problem.status()));
            return page;
        }
        flash.addFlashAttribute("done", "portal.done." + verb);
        return "redirect:/track/" + token;
    }

    private long find(String token, HttpServletRequest request) {
        limits.look(request.getRemoteAddr());
        return links.find(token).orElseThrow(() -> {
            limits.wrongLink(request.getRemoteAddr());
            return new LeadsNowhere();
        });
    }

    private void show(long id, String token, Typed typed, Model model, HttpServletRequest request, HttpServletResponse response,
            Locale locale) {
        CustomerCase own = cases.read(id);
        frame.fill(model, "/track/" + token, request, response, locale);
        model.addAttribute("token", token);
        model.addAttribute("it", own);
        model.addAttribute("typed", typed);
        model.addAttribute("errors", Map.of());
        model.addAttribute("grades", CustomerDesk.GRADES);
        model.addAttribute("outsideFrom", settings.outsideBody().from(own.receivedAt(), own.deadlockAt(), clock.getZone()));
        model.addAttribute("category", own.category() == null ? null : own.category().in(locale));
    }

    @ExceptionHandler(LeadsNowhere.class)
    ModelAndView nowhere(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        Model model = new ExtendedModelMap();
        frame.fill(model, "/complain", request, response, locale);
        ModelAndView page = new ModelAndView("portal/nowhere", model.asMap());
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }

    /** Wrong, mistyped, made up: the answer does not tell which. */
    private static final class LeadsNowhere extends RuntimeException {
        LeadsNowhere() {
            super(null, null, false, false);
        }
    }
}
