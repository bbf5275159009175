package org.redress.calendar.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import org.redress.calendar.CalendarFiles;
import org.redress.calendar.CalendarProposals;
import org.redress.calendar.CalendarVersion;
import org.redress.calendar.WorkingCalendars;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The calendar in force, its earlier versions, and what they proposed. */
@Controller
@RequestMapping("/admin/calendars")
class CalendarPages {

    private final WorkingCalendars calendars;
    private final CalendarProposals proposals;
    private final CalendarFiles files;
    private final CalendarModel pages;

    CalendarPages(WorkingCalendars calendars, CalendarProposals proposals, CalendarFiles files, CalendarModel pages) {
        this.calendars = calendars;
        this.proposals = proposals;
        this.files = files;
        this.pages = pages;
    }

    /** @param version 0 for the newest */
    @GetMapping
    String show(@RequestParam(defaultValue = "0") int version, @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String region, Model model, Locale locale) {
        List<CalendarVersion> versions = calendars.versions();
        int newest = versions.get(0).version();
        int shown = version == 0 ? newest : version;
        pages.fill(model, calendars.version(shown), month, region, locale);
        model.addAttribute("version", shown);
        model.addAttribute("newest", newest);
        model.addAttribute("versions", versions);
        model.addAttribute("draft", calendars.draft());
        model.addAttribute("proposals", proposals.recent());
        return "calendar/calendar";
    }

    @GetMapping("/days.csv")
    ResponseEntity<byte[]> csv(@RequestParam int version) {
        return file(files.csv(version), "text/csv;charset=UTF-8", "calendar-" + version + ".csv");
    }

    @GetMapping("/days.ics")
    ResponseEntity<byte[]> ics(@RequestParam int version) {
        return file(files.ics(version), "text/calendar;charset=UTF-8", "calendar-" + version + ".ics");
    }

    /** Looks again for open clocks that the newest version would move. */
    @PostMapping("/proposals")
    String lookAgain(RedirectAttributes flash) {
        long proposal = calendars.lookAgain();
        if (proposal == 0) {
            flash.addFlashAttribute("notice", "calendar.nothingMoves");
            return "redirect:/admin/calendars";
        }
        return "redirect:/admin/calendars/proposals/" + proposal;
    }

    private static ResponseEntity<byte[]> file(byte[] content, String type, String name) {
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, type).header(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString()).body(content);
    }
}
