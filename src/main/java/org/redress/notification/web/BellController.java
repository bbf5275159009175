package org.redress.notification.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.notification.Bell;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** What somebody was told: read, put aside, followed to the case. */
@Controller
class BellController {

    private static final int PAGE = 30;

    private final Bell bell;

    BellController(Bell bell) {
        this.bell = bell;
    }

    @GetMapping("/bell")
    String list(@RequestParam(defaultValue = "all") String show, @RequestParam(required = false) @Nullable String before, Model model, Locale locale) {
        boolean unread = show.equals("unread");
        var page = bell.list(unread, before, PAGE, locale);
        var here = UriComponentsBuilder.fromPath("/bell").queryParam("show", unread ? "unread" : "all");
        model.addAttribute("notes", page.items());
        model.addAttribute("unreadOnly", unread);
        model.addAttribute("next", page.next() == null ? null : here.cloneBuilder().queryParam("before", page.next()).encode().toUriString());
        model.addAttribute("newest", before == null || before.isBlank() ? null : here.encode().toUriString());
        return "notification/bell";
    }

    /** The button in the head of a page, fetched again when something new was told. */
    @GetMapping("/bell/button")
    String button() {
        return "notification/bell-button :: button";
    }

    @PostMapping("/bell/{id}/open")
    String open(@PathVariable long id) {
        var page = bell.open(id);
        return "redirect:" + (page == null ? "/bell" : page);
    }

    @PostMapping("/bell/{id}/read")
    String mark(@PathVariable long id, @RequestParam(defaultValue = "true") boolean read, @RequestParam(defaultValue = "all") String show) {
        bell.mark(id, read);
        return back(show);
    }

    @PostMapping("/bell/read")
    String readAll(@RequestParam long upTo, @RequestParam(defaultValue = "all") String show) {
        bell.readUpTo(upTo);
        return back(show);
    }

    private static String back(String show) {
        return show.equals("unread") ? "redirect:/bell?show=unread" : "redirect:/bell";
    }
}
