package org.redress.notification.web;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.notification.MessageState;
import org.redress.notification.MessageTemplates;
import org.redress.notification.OutboxDesk;
import org.redress.notification.OutboxFilter;
import org.redress.shared.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The outbox for the administrator: waiting, sent, undeliverable with the reason and another try. */
@Controller
class OutboxController {

    private static final int PAGE = 50;
    private static final String PATH = "/ops/outbox";

    private final OutboxDesk outbox;
    private final MessageTemplates templates;

    OutboxController(OutboxDesk outbox, MessageTemplates templates) {
        this.outbox = outbox;
        this.templates = templates;
    }

    @GetMapping(PATH)
    String list(@RequestParam(required = false) @Nullable String state, @RequestParam(required = false) @Nullable String template,
            @RequestParam(name = "case", required = false) @Nullable String caseNumber, @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String before, Model model) {
        var filter = filter(state, template, caseNumber, to);
        var page = outbox.list(filter, before, PAGE);
        model.addAttribute("rows", page.items());
        model.addAttribute("counts", outbox.counts());
        model.addAttribute("failing", outbox.failing());
        model.addAttribute("hasMailServer", outbox.hasMailServer());
        model.addAttribute("quiet", outbox.quiet());
        model.addAttribute("templates", templates.codes());
        model.addAttribute("states", MessageState.values());
        model.addAttribute("filter", filter);
        model.addAttribute("here", address(filter, before));
        model.addAttribute("next", page.next() == null ? null : address(filter, page.next()));
        model.addAttribute("newest", before == null || before.isBlank() ? null : address(filter, null));
        return "notification/outbox";
    }

    @PostMapping(PATH + "/{id}/retry")
    String retry(@PathVariable long id, @RequestParam(defaultValue = PATH) String back, RedirectAttributes flash) {
        outbox.retry(id);
        flash.addFlashAttribute("notice", "notification.outbox.retried");
        return "redirect:" + inside(back);
    }

    @PostMapping(PATH + "/retry")
    String retryAll(@RequestParam(required = false) @Nullable String template, @RequestParam(name = "case", required = false) @Nullable String caseNumber,
            @RequestParam(required = false) @Nullable String to, RedirectAttributes flash) {
        var filter = filter(null, template, caseNumber, to);
        int count = outbox.retryAll(filter);
        flash.addFlashAttribute("notice", "notification.outbox.retriedAll");
        flash.addFlashAttribute("noticeArgs", new Object[] {count});
        return "redirect:" + address(filter, null);
    }

    @PostMapping(PATH + "/wake")
    String wake(@RequestParam String outlet, RedirectAttributes flash) {
        outbox.wake(outlet);
        flash.addFlashAttribute("notice", "notification.outbox.woken");
        return "redirect:" + PATH;
    }

    private static OutboxFilter filter(@Nullable String state, @Nullable String template, @Nullable String caseNumber, @Nullable String to) {
        return new OutboxFilter(state(state), said(template), said(caseNumber), said(to));
    }

    private static @Nullable MessageState state(@Nullable String name) {
        var wanted = said(name);
        return wanted == null ? null : Arrays.stream(MessageState.values()).filter(each -> each.name().equals(wanted)).findFirst()
                .orElseThrow(() -> Problem.badRequest("notification.problem.state", wanted));
    }

    private static String address(OutboxFilter filter, @Nullable String before) {
        return UriComponentsBuilder.fromPath(PATH).queryParamIfPresent("state", Optional.ofNullable(filter.state()))
                .queryParamIfPresent("template", Optional.ofNullable(filter.template()))
                .queryParamIfPresent("case", Optional.ofNullable(filter.caseNumber())).queryParamIfPresent("to", Optional.ofNullable(filter.to()))
                .queryParamIfPresent("before", Optional.ofNullable(said(before))).encode().toUriString();
    }

    /** Back to the list as it was, and nowhere else. */
    private static String inside(String back) {
        return back.startsWith(PATH) ? back : PATH;
    }

    private static @Nullable String said(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
