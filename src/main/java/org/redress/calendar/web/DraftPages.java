package org.redress.calendar.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.redress.calendar.CalendarChange;
import org.redress.calendar.CalendarDraft;
import org.redress.calendar.CalendarFiles;
import org.redress.calendar.WorkingCalendars;
import org.redress.complaint.CalendarCorrections.Move;
import org.redress.shared.Problem;
import org.redress.shared.web.FormErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The next version while it is being edited: what it looks like, what it changes, what it would move; files into it. */
@Controller
@RequestMapping("/admin/calendars/draft")
class DraftPages {

    private static final int PAGE = 50;

    private final WorkingCalendars calendars;
    private final CalendarFiles files;
    private final CalendarModel pages;

    DraftPages(WorkingCalendars calendars, CalendarFiles files, CalendarModel pages) {
        this.calendars = calendars;
        this.files = files;
        this.pages = pages;
    }

    @GetMapping
    String edit(@RequestParam(defaultValue = "") String month, @RequestParam(defaultValue = "") String region, Model model, Locale locale) {
        CalendarDraft draft = calendars.draft();
        pages.fill(model, draft.calendar(), month, region, locale);
        model.addAttribute("draft", draft);
        model.addAttribute("changes", CalendarChange.between(calendars.version(draft.base()), draft.calendar()));
        return "calendar/draft";
    }

    @PostMapping("/from")
    String startFrom(@RequestParam int version, @RequestParam int revision, RedirectAttributes flash) {
        calendars.startFrom(version, revision);
        flash.addFlashAttribute("notice", "calendar.draft.started");
        flash.addFlashAttribute("noticeArgs", new Object[] {version});
        return "redirect:/admin/calendars/draft";
    }

    @PostMapping("/drop")
    String drop(@RequestParam int revision, RedirectAttributes flash) {
        calendars.drop(revision);
        flash.addFlashAttribute("notice", "calendar.draft.dropped");
        return "redirect:/admin/calendars";
    }

    @GetMapping("/import")
    String files(Model model) {
        model.addAttribute("form", new SaveForm(calendars.draft().revision()));
        return "calendar/import";
    }

    @PostMapping("/import")
    Object read(@RequestParam(required = false) MultipartFile file, @ModelAttribute("form") SaveForm form, BindingResult errors, Model model) {
        try {
            if (file == null || file.isEmpty()) {
                throw Problem.invalid("file", "calendar.file.none");
            }
            model.addAttribute("result", files.read(form.getRevision(), Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes()));
            form.setRevision(calendars.draft().revision());
            return "calendar/import";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Problem problem) {
            FormErrors.put(problem, errors);
            return new ModelAndView("calendar/import", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    @GetMapping("/preview")
    String preview(@RequestParam(defaultValue = "1") int page, Model model) {
        model.addAttribute("form", new SaveForm(calendars.draft().revision()));
        return shown(page, model);
    }

    @PostMapping("/save")
    Object save(@ModelAttribute("form") SaveForm form, BindingResult errors, Model model, RedirectAttributes flash) {
        try {
            long proposal = calendars.save(form.getRevision(), form.getReason());
            flash.addFlashAttribute("notice", proposal == 0 ? "calendar.saved.nothingMoves" : "calendar.saved");
            return proposal == 0 ? "redirect:/admin/calendars" : "redirect:/admin/calendars/proposals/" + proposal;
        } catch (Problem problem) {
            FormErrors.put(problem, errors);
            return new ModelAndView(shown(1, model), model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    private String shown(int page, Model model) {
        CalendarDraft draft = calendars.draft();
        List<Move> moves = calendars.preview(draft);
        int from = Math.min(Math.max(0, (page - 1) * PAGE), moves.size());
        int to = Math.min(from + PAGE, moves.size());
        model.addAttribute("changes", CalendarChange.between(calendars.version(draft.base()), draft.calendar()));
        model.addAttribute("moves", moves.subList(from, to));
        model.addAttribute("total", moves.size());
        model.addAttribute("cases", moves.stream().map(Move::caseId).distinct().count());
        model.addAttribute("later", moves.stream().filter(move -> move.newDue().isAfter(move.oldDue())).count());
        model.addAttribute("earlier", moves.stream().filter(move -> move.newDue().isBefore(move.oldDue())).count());
        model.addAttribute("late", moves.stream().filter(Move::late).count());
        model.addAttribute("from", from + 1);
        model.addAttribute("to", to);
        model.addAttribute("prev", from > 0 ? "/admin/calendars/draft/preview?page=" + (page - 1) : null);
        model.addAttribute("next", to < moves.size() ? "/admin/calendars/draft/preview?page=" + (page + 1) : null);
        return "calendar/preview";
    }
}
