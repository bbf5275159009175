package org.redress.complaint.web;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.redress.complaint.CaseReader;
import org.redress.complaint.CaseSearch;
import org.redress.complaint.CaseView;
import org.redress.complaint.TimelineEntry;
import org.redress.shared.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The case: timeline and facts, and the fragments of them that live updates fetch. */
@Controller
@RequestMapping("/cases/{number:[A-Za-z0-9 -]{1,40}}")
class CasePage {

    private final CaseReader cases;
    private final CaseSearch search;
    private final CaseHead head;
    private final TimelineView timeline;
    private final FactsView facts;

    CasePage(CaseReader cases, CaseSearch search, CaseHead head, TimelineView timeline, FactsView facts) {
        this.cases = cases;
        this.search = search;
        this.head = head;
        this.timeline = timeline;
        this.facts = facts;
    }

    @GetMapping
    Object show(@PathVariable String number, @RequestParam(required = false) @Nullable String show, Model model, Locale locale) {
        CaseView view;
        try {
            view = cases.view(number);
        } catch (Problem problem) {
            if (problem.status() == 404) {
                return unknown(number, model);
            }
            throw problem;
        }
        head.fill(model, view, "timeline");
        timeline(model, number, show, locale);
        return "complaint/case";
    }

    @GetMapping("/timeline")
    String timeline(@PathVariable String number, @RequestParam(required = false) @Nullable String show, Model model, Locale locale) {
        CaseView view = cases.view(number);
        model.addAttribute("row", view.row());
        timeline(model, number, show, locale);
        return "complaint/tab-timeline :: tab";
    }

    @GetMapping("/head")
    String head(@PathVariable String number, @RequestParam(defaultValue = "timeline") String tab, Model model) {
        head.fill(model, cases.view(number), tab);
        return "complaint/head :: head";
    }

    @GetMapping("/facts")
    String facts(@PathVariable String number, Model model, Locale locale) {
        CaseView view = cases.view(number);
        head.fill(model, view, "facts");
        model.addAttribute("groups", facts.of(view, locale));
        return "complaint/case";
    }

    private void timeline(Model model, String number, @Nullable String show, Locale locale) {
        List<TimelineEntry> entries = cases.timeline(number);
        model.addAttribute("show", show == null ? "" : show);
        model.addAttribute("entries", timeline.of(entries, show, locale));
        model.addAttribute("filters", TimelineView.GROUPS);
    }

    private ModelAndView unknown(String number, Model model) {
        model.addAttribute("number", number);
        model.addAttribute("similar", search.similar(number));
        ModelAndView page = new ModelAndView("complaint/unknown", model.asMap());
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }
}
