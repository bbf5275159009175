package org.redress.calendar.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.redress.calendar.CalendarDraft;
import org.redress.calendar.CalendarEdits;
import org.redress.calendar.WorkingCalendars;
import org.redress.complaint.CategoryClass;
import org.redress.deadline.CompanyCalendar;
import org.redress.shared.Problem;
import org.redress.shared.web.FormErrors;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One edit of the draft a page: a day, a week, a suspension, a region. What cannot be is said beside what was typed. */
@Controller
@RequestMapping("/admin/calendars/draft")
class EditPages {

    private static final String DRAFT = "redirect:/admin/calendars/draft";

    private final WorkingCalendars calendars;
    private final MessageSource messages;

    EditPages(WorkingCalendars calendars, MessageSource messages) {
        this.calendars = calendars;
        this.messages = messages;
    }

    @GetMapping("/day")
    String day(@RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate date,
            @RequestParam(defaultValue = "") String region, Model model, Locale locale) {
        CalendarDraft draft = calendars.draft();
        model.addAttribute("form", DayForm.of(draft.calendar(), draft.revision(), region, date));
        return page("calendar/day", draft.calendar(), model, locale);
    }

    @PostMapping("/day")
    Object day(@Valid @ModelAttribute("form") DayForm form, BindingResult errors, Model model, Locale locale, RedirectAttributes flash) {
        LocalDate date = form.getDate();
        String back = date == null ? DRAFT : DRAFT + "?month=" + date.toString().substring(0, 7) + "&region=" + form.getRegion();
        return change("calendar/day", back, form.getRevision(), form::apply, errors, model, locale, flash);
    }

    @GetMapping("/week")
    String week(@RequestParam(defaultValue = "") String region, Model model, Locale locale) {
        CalendarDraft draft = calendars.draft();
        model.addAttribute("form", WeekForm.of(draft.calendar(), draft.revision(), region));
        return page("calendar/week", draft.calendar(), model, locale);
    }

    @PostMapping("/week")
    Object week(@Valid @ModelAttribute("form") WeekForm form, BindingResult errors, Model model, Locale locale, RedirectAttributes flash) {
        return change("calendar/week", DRAFT + "?region=" + form.getRegion(), form.getRevision(), form::apply, errors, model, locale, flash);
    }

    @GetMapping("/suspension")
    String suspension(Model model, Locale locale) {
        CalendarDraft draft = calendars.draft();
        SuspensionForm form = new SuspensionForm();
        form.setRevision(draft.revision());
        model.addAttribute("form", form);
        return page("calendar/suspension", draft.calendar(), model, locale);
    }

    @PostMapping("/suspension")
    Object suspension(@Valid @ModelAttribute("form") SuspensionForm form, BindingResult errors, Model model, Locale locale,
            RedirectAttributes flash) {
        return change("calendar/suspension", DRAFT, form.getRevision(), form::apply, errors, model, locale, flash);
    }

    /** @param at its place in the list that was shown with this revision */
    @PostMapping("/suspension/remove")
    String removeSuspension(@RequestParam int at, @RequestParam int revision, RedirectAttributes flash) {
        calendars.change(revision, calendar -> at < 0 || at >= calendar.suspensions().size() ? calendar
                : CalendarEdits.withoutSuspension(calendar, calendar.suspensions().get(at)));
        flash.addFlashAttribute("notice", "calendar.draft.changed");
        return DRAFT;
    }

    @GetMapping("/region")
    String region(@RequestParam(defaultValue = "") String code, Model model, Locale locale) {
        CalendarDraft draft = calendars.draft();
        model.addAttribute("form", RegionForm.of(draft.calendar(), draft.revision(), code));
        return page("calendar/region", draft.calendar(), model, locale);
    }

    @PostMapping("/region")
    Object region(@Valid @ModelAttribute("form") RegionForm form, BindingResult errors, Model model, Locale locale, RedirectAttributes flash) {
        return change("calendar/region", DRAFT + "?region=" + form.getCode(), form.getRevision(), form::apply, errors, model, locale, flash);
    }

    @PostMapping("/region/remove")
    String removeRegion(@RequestParam String code, @RequestParam int revision, RedirectAttributes flash) {
        calendars.change(revision, calendar -> CalendarEdits.withoutRegion(calendar, code));
        flash.addFlashAttribute("notice", "calendar.draft.changed");
        return DRAFT;
    }

    private Object change(String page, String back, int revision, UnaryOperator<CompanyCalendar> edit, BindingResult errors, Model model,
            Locale locale, RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                calendars.change(revision, edit);
                flash.addFlashAttribute("notice", "calendar.draft.changed");
                return back;
            } catch (Problem problem) {
                FormErrors.put(problem, errors);
            }
        }
        return new ModelAndView(page(page, calendars.draft().calendar(), model, locale), model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private String page(String page, CompanyCalendar calendar, Model model, Locale locale) {
        model.addAttribute("regions", CalendarModel.regions(calendar, messages.getMessage("calendar.company", null, locale), locale));
        Map<String, String> kinds = new LinkedHashMap<>();
        DayForm.KINDS.forEach(kind -> kinds.put(kind, messages.getMessage("calendar.kind." + kind, null, locale)));
        model.addAttribute("kinds", kinds);
        model.addAttribute("classes", List.of(CategoryClass.values()));
        return page;
    }
}
