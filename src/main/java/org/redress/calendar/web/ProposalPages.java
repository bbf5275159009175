package org.redress.calendar.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.redress.calendar.CalendarProposal;
import org.redress.calendar.CalendarProposals;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a version of the calendar would move: clock by clock, to approve, to drop, to take back. */
@Controller
@RequestMapping("/admin/calendars/proposals/{id}")
class ProposalPages {

    private static final int PAGE = 50;

    private final CalendarProposals proposals;

    ProposalPages(CalendarProposals proposals) {
        this.proposals = proposals;
    }

    @GetMapping
    String show(@PathVariable long id, @RequestParam(defaultValue = "1") int page, Model model) {
        CalendarProposal proposal = proposals.get(id);
        int from = Math.min(Math.max(0, (page - 1) * PAGE), proposal.total());
        int to = Math.min(from + PAGE, proposal.total());
        String here = "/admin/calendars/proposals/" + id;
        model.addAttribute("proposal", proposal);
        model.addAttribute("moves", proposals.moves(id, from, PAGE));
        model.addAttribute("from", from + 1);
        model.addAttribute("to", to);
        model.addAttribute("prev", from > 0 ? here + "?page=" + (page - 1) : null);
        model.addAttribute("next", to < proposal.total() ? here + "?page=" + (page + 1) : null);
        return "calendar/proposal";
    }

    @GetMapping("/progress")
    String progress(@PathVariable long id, Model model) {
        model.addAttribute("proposal", proposals.get(id));
        return "calendar/proposal :: progress";
    }

    /** @param cases ids that were ticked; @param all instead of those */
    @PostMapping("/approve")
    String approve(@PathVariable long id, @RequestParam(name = "case", required = false) @Nullable List<Long> cases,
            @RequestParam(defaultValue = "false") boolean all, RedirectAttributes flash) {
        proposals.approve(id, chosen(cases, all));
        return told(id, "calendar.proposal.approved", cases, all, flash);
    }

    @PostMapping("/drop")
    String drop(@PathVariable long id, @RequestParam(name = "case", required = false) @Nullable List<Long> cases,
            @RequestParam(defaultValue = "false") boolean all, RedirectAttributes flash) {
        proposals.drop(id, chosen(cases, all));
        return told(id, "calendar.proposal.dropped", cases, all, flash);
    }

    @PostMapping("/undo")
    String undo(@PathVariable long id, @RequestParam(name = "case", required = false) @Nullable List<Long> cases,
            @RequestParam(defaultValue = "false") boolean all, RedirectAttributes flash) {
        proposals.undo(id, chosen(cases, all));
        flash.addFlashAttribute("notice", "calendar.proposal.undone");
        return "redirect:/admin/calendars/proposals/" + id;
    }

    private static @Nullable List<Long> chosen(@Nullable List<Long> cases, boolean all) {
        return all ? null : cases == null ? List.of() : cases;
    }

    /** Undo takes back what was just decided, not what had been before. */
    private static String told(long id, String notice, @Nullable List<Long> cases, boolean all, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", notice);
        flash.addFlashAttribute("undoUrl", "/admin/calendars/proposals/" + id + "/undo");
        flash.addFlashAttribute("undoFields", all || cases == null ? Map.of("all", "true")
                : Map.of("case", cases.stream().map(String::valueOf).collect(Collectors.joining(","))));
        return "redirect:/admin/calendars/proposals/" + id;
    }
}
