package org.redress.callback.web;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.redress.callback.PlanRule;
import org.redress.callback.SamplingPlanDesk;
import org.redress.customer.Segment;
import org.redress.organisation.Organisation;
import org.redress.shared.Business;
import org.redress.shared.CurrentActor;
import org.redress.shared.FieldProblem;
import org.redress.shared.Problem;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /callbacks/plan}: how many are called, tried on the jobs of a month before it is released. */
@Controller
@RequestMapping("/callbacks/plan")
class PlanPages {

    static final int LONGEST_WINDOW = 60;

    private final SamplingPlanDesk plans;
    private final PlanRows rows;
    private final Organisation organisation;
    private final CurrentActor actor;
    private final MessageSource messages;

    PlanPages(SamplingPlanDesk plans, PlanRows rows, Organisation organisation, CurrentActor actor, MessageSource messages) {
        this.plans = plans;
        this.rows = rows;
        this.organisation = organisation;
        this.actor = actor;
        this.messages = messages;
    }

    @GetMapping
    String plan(@RequestParam(required = false) @Nullable String month, Model model, Locale locale) {
        return page(month(month), List.of(), null, model, locale);
    }

    /** Keeps what was typed, does the one act that was asked for, and counts anew. */
    @PostMapping
    String save(@RequestParam MultiValueMap<String, String> sent, @RequestParam(defaultValue = "0") int revision,
            @RequestParam(required = false) @Nullable String month, Model model, Locale locale, RedirectAttributes redirect, HttpServletResponse response) {
        PlanForm form = new PlanForm(sent);
        try {
            SamplingPlanDesk.View seen = plans.view(actor.get(), month(month));
            plans.save(actor.get(), revision, form.rules(seen.draft() == null ? seen.running().rules() : seen.draft().rules()));
        } catch (Problem e) {
            if (e.fields().isEmpty()) {
                throw e;
            }
            response.setStatus(e.status());
            return page(month(month), e.fields(), form, model, locale);
        }
        return back(month, redirect);
    }

    @PostMapping("/drop")
    String drop(@RequestParam int revision, @RequestParam(required = false) @Nullable String month, RedirectAttributes redirect) {
        plans.drop(actor.get(), revision);
        redirect.addFlashAttribute("notice", "callback.plan.dropped");
        return back(month, redirect);
    }

    @PostMapping("/release")
    String release(@RequestParam int revision, @RequestParam(defaultValue = "") String note, @RequestParam(required = false) @Nullable String month,
            Model model, Locale locale, RedirectAttributes redirect, HttpServletResponse response) {
        try {
            plans.release(actor.get(), revision, note);
        } catch (Problem e) {
            if (e.fields().isEmpty()) {
                throw e;
            }
            response.setStatus(e.status());
            model.addAttribute("note", note);
            return page(month(month), e.fields(), null, model, locale);
        }
        redirect.addFlashAttribute("notice", "callback.plan.released");
        return back(month, redirect);
    }

    private String page(@Nullable YearMonth month, List<FieldProblem> problems, @Nullable PlanForm typed, Model model, Locale locale) {
        SamplingPlanDesk.View view = plans.view(actor.get(), month);
        List<PlanRule> rules = view.draft() == null ? view.running().rules() : view.draft().rules();
        Map<String, String> errors = new LinkedHashMap<>();
        problems.forEach(problem -> errors.putIfAbsent(problem.field(),
                String.valueOf(messages.getMessage(problem.key(), problem.args().toArray(), problem.key(), locale))));
        model.addAttribute("view", view);
        model.addAttribute("rules", rows.of(rules, view.count(), typed, locale));
        model.addAttribute("errors", errors);
        model.addAttribute("typed", typed);
        model.addAttribute("teams", organisation.teams());
        model.addAttribute("businesses", Business.values());
        model.addAttribute("segments", Segment.values());
        return "callback/plan";
    }

    private static @Nullable YearMonth month(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw Problem.badRequest("error.400.text");
        }
    }

    private static String back(@Nullable String month, RedirectAttributes redirect) {
        if (month != null && !month.isBlank()) {
            redirect.addAttribute("month", month);
        }
        return "redirect:/callbacks/plan";
    }
}
