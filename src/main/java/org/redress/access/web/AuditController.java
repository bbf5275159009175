package org.redress.access.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.access.AuditFilter;
import org.redress.access.AuditLine;
import org.redress.access.AuditReader;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Who did what, when, from where, and what changed. */
@Controller
class AuditController {

    private static final int PAGE = 50;
    private static final List<String> SUBJECTS = List.of("CASE", "CALL", "TASK", "IMPORT", "JOB", "PERSON", "TEAM", "DEPARTMENT",
            "ACCOUNT", "MODEL", "MESSAGE", "TEMPLATE", "WEBHOOK");

    private final AuditReader audit;
    private final Clock clock;

    AuditController(AuditReader audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/admin/audit")
    String audit(@RequestParam(required = false) @Nullable String actor, @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String id, @RequestParam(required = false) @Nullable String act,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String before, Model model) {
        var filter = new AuditFilter(said(actor), said(subject), said(id), said(act), start(from), to == null ? null : start(to.plusDays(1)));
        var page = audit.read(filter, before, PAGE);
        model.addAttribute("lines", page.items().stream().map(line -> new Row(line, changes(line))).toList());
        model.addAttribute("subjects", SUBJECTS);
        model.addAttribute("actor", actor);
        model.addAttribute("subject", subject);
        model.addAttribute("id", id);
        model.addAttribute("act", act);
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        var address = UriComponentsBuilder.fromPath("/admin/audit").queryParamIfPresent("actor", Optional.ofNullable(said(actor)))
                .queryParamIfPresent("subject", Optional.ofNullable(said(subject)))
                .queryParamIfPresent("id", Optional.ofNullable(said(id)))
                .queryParamIfPresent("act", Optional.ofNullable(said(act)))
                .queryParamIfPresent("from", Optional.ofNullable(from))
                .queryParamIfPresent("to", Optional.ofNullable(to));
        model.addAttribute("next", page.next() == null ? null : address.cloneBuilder().queryParam("before", page.next()).encode().toUriString());
        model.addAttribute("newest", before == null ? null : address.encode().toUriString());
        return "access/audit";
    }

    private @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(clock.getZone()).toInstant();
    }

    private static @Nullable String said(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static List<String> changes(AuditLine line) {
        return line.change().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + ": " + entry.getValue()).toList();
    }

    /** @param change what changed, one line each */
    record Row(AuditLine line, List<String> change) {
    }
}
