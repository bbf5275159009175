package org.redress.studio.web;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import org.redress.shared.Problem;
import org.redress.shared.web.ProblemSentences;
import org.redress.studio.Change;
import org.redress.studio.ChangeState;
import org.redress.studio.Changes;
import org.redress.studio.Changes.Origin;
import org.redress.studio.Drafts;
import org.redress.studio.StudioHome;
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

/** {@code /designer/changes}: all changes (变更), a new one, and what one is about. */
@Controller
@RequestMapping("/designer/changes")
class ChangePages {

    private static final int MOST = 200;

    private final Changes changes;
    private final Drafts drafts;
    private final StudioHome home;
    private final ProblemSentences sentences;

    ChangePages(Changes changes, Drafts drafts, StudioHome home, ProblemSentences sentences) {
        this.changes = changes;
        this.drafts = drafts;
        this.home = home;
        this.sentences = sentences;
    }

    @GetMapping
    String list(@RequestParam(required = false, defaultValue = "false") boolean all, Model model) {
        Set<ChangeState> states = all ? EnumSet.allOf(ChangeState.class) : EnumSet.of(ChangeState.OPEN, ChangeState.SUBMITTED);
        model.addAttribute("all", all);
        model.addAttribute("changes", changes.list(states, MOST));
        return "studio/changes";
    }

    @GetMapping("/new")
    String blank(Model model) {
        return form(model, "", Origin.RUNNING, "");
    }

    @PostMapping("/new")
    Object create(@RequestParam(defaultValue = "") String title, @RequestParam(defaultValue = "RUNNING") Origin origin, Model model, Locale locale) {
        try {
            return "redirect:/designer/changes/" + changes.create(title, origin) + "/edit";
        } catch (Problem problem) {
            return refused(problem, form(model, title, origin, sentences.of(problem, locale)), model);
        }
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, Model model) {
        return fill(model, changes.find(id), "");
    }

    @PostMapping("/{id}")
    Object rename(@PathVariable long id, @RequestParam(defaultValue = "") String title, @RequestParam(defaultValue = "") String note, Model model,
            Locale locale, RedirectAttributes flash) {
        try {
            changes.rename(id, title, note);
        } catch (Problem problem) {
            String view = fill(model, changes.find(id), sentences.of(problem, locale));
            model.addAttribute("typedTitle", title);
            model.addAttribute("typedNote", note);
            return refused(problem, view, model);
        }
        flash.addFlashAttribute("notice", "studio.change.saved");
        return "redirect:/designer/changes/" + id;
    }

    @PostMapping("/{id}/discard")
    String discard(@PathVariable long id, RedirectAttributes flash) {
        changes.discard(id);
        flash.addFlashAttribute("notice", "studio.change.discarded");
        return "redirect:/designer/changes";
    }

    private static ModelAndView refused(Problem problem, String view, Model model) {
        if (problem.status() != HttpStatus.UNPROCESSABLE_ENTITY.value()) {
            throw problem;
        }
        return new ModelAndView(view, model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private static String form(Model model, String title, Origin origin, String error) {
        model.addAttribute("typedTitle", title);
        model.addAttribute("origin", origin);
        model.addAttribute("origins", Origin.values());
        model.addAttribute("error", error);
        return "studio/change-new";
    }

    private String fill(Model model, Change change, String error) {
        model.addAttribute("change", change);
        model.addAttribute("typedTitle", change.title());
        model.addAttribute("typedNote", change.note());
        model.addAttribute("files", drafts.of(change.id()));
        model.addAttribute("names", home.names(changes.setOf(change.id())));
        model.addAttribute("overtaken", change.isOpen() ? changes.overtaken(change.id()) : Set.of());
        model.addAttribute("error", error);
        return "studio/change";
    }
}
