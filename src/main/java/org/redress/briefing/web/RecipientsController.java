package org.redress.briefing.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.redress.briefing.RecipientList;
import org.redress.organisation.Role;
import org.redress.shared.web.PersonNames;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who is told when a briefing is published. */
@Controller
@RequestMapping("/briefings/recipients")
class RecipientsController {

    private final RecipientList recipients;
    private final PersonNames names;
    private final BriefingTexts texts;

    RecipientsController(RecipientList recipients, PersonNames names, BriefingTexts texts) {
        this.recipients = recipients;
        this.names = names;
        this.texts = texts;
    }

    record Row(long id, String name) {
    }

    @GetMapping
    String list(Model model, Locale locale) {
        List<Row> rows = recipients.all().stream().map(entry -> new Row(entry.id(), entry.role() != null
                ? texts.text("enum.Role." + entry.role(), locale) : names.name(String.valueOf(entry.username()), locale))).toList();
        model.addAttribute("rows", rows);
        model.addAttribute("told", recipients.people().stream().map(person -> person.name().in(locale)).toList());
        model.addAttribute("roles", Role.values());
        model.addAttribute("people", names.choices(locale));
        return "briefing/recipients";
    }

    @PostMapping
    String add(@RequestParam(defaultValue = "") String role, @RequestParam(defaultValue = "") String username) {
        Role known = Arrays.stream(Role.values()).filter(each -> each.name().equals(role)).findFirst().orElse(null);
        recipients.add(known, username.isBlank() ? null : username.strip());
        return "redirect:/briefings/recipients";
    }

    @PostMapping("/{id:\\d{1,18}}/remove")
    String remove(@PathVariable long id) {
        recipients.remove(id);
        return "redirect:/briefings/recipients";
    }
}
