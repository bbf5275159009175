package org.redress.organisation.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.organisation.Absence;
import org.redress.organisation.Absences;
import org.redress.organisation.Organisation;
import org.redress.organisation.PeopleAdministration;
import org.redress.organisation.Person;
import org.redress.organisation.TeamAbsences;
import org.redress.shared.CurrentActor;
import org.redress.shared.Problem;
import org.redress.shared.web.FormErrors;
import org.redress.shared.web.PersonNames;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who of a leader's people is away, and who acts for them (请假与代理). */
@Controller
@RequestMapping("/absences")
class AbsencesController {

    private final CurrentActor current;
    private final TeamAbsences team;
    private final Absences absences;
    private final Organisation organisation;
    private final PeopleAdministration administration;
    private final PersonNames names;
    private final MessageSource messages;
    private final Clock clock;

    AbsencesController(CurrentActor current, TeamAbsences team, Absences absences, Organisation organisation,
            PeopleAdministration administration, PersonNames names, MessageSource messages, Clock clock) {
        this.current = current;
        this.team = team;
        this.absences = absences;
        this.organisation = organisation;
        this.administration = administration;
        this.names = names;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * @param when    null when no absence is known
     * @param deputy  name, null for none
     * @param standIn name of who acts today, null for nobody
     * @param away    misses a part of today
     */
    record Row(String username, String name, @Nullable String when, @Nullable String deputy, @Nullable String standIn, boolean away) {
    }

    @GetMapping
    String list(Model model, Locale locale) {
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        model.addAttribute("people", team.people(current.get()).stream().map(person -> row(person, today, locale)).toList());
        return "organisation/absences";
    }

    @GetMapping("/{username}")
    String open(@PathVariable String username, Model model, Locale locale) {
        var person = team.require(current.get(), username);
        model.addAttribute("form", AbsenceForm.of(absences.of(username), administration.seen(username)));
        return form(model, person, locale);
    }

    @PostMapping("/{username}")
    Object save(@PathVariable String username, @ModelAttribute("form") AbsenceForm form, BindingResult errors, Model model, Locale locale,
            RedirectAttributes flash) {
        var person = team.require(current.get(), username);
        if (!errors.hasErrors()) {
            try {
                team.save(current.get(), username, form.absence(), form.getSeen());
                flash.addFlashAttribute("notice", "organisation.absences.saved");
                flash.addFlashAttribute("noticeArgs", new Object[] {person.name().in(locale)});
                return "redirect:/absences";
            } catch (Problem problem) {
                FormErrors.put(problem, errors);
            }
        }
        return new ModelAndView(form(model, person, locale), model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private Row row(Person person, LocalDate today, Locale locale) {
        var absence = absences.of(person.username());
        var standIn = organisation.standIn(person.username(), today);
        return new Row(person.username(), person.name().in(locale), when(absence, locale), name(absence.deputy(), locale),
                name(standIn, locale), absence.covers(today));
    }

    private String form(Model model, Person person, Locale locale) {
        var deputies = new LinkedHashMap<String, String>();
        team.deputies(person).forEach(deputy -> deputies.put(deputy.username(), deputy.name().in(locale)));
        model.addAttribute("username", person.username());
        model.addAttribute("name", person.name().in(locale));
        model.addAttribute("deputies", deputies);
        return "organisation/absence";
    }

    private @Nullable String when(Absence absence, Locale locale) {
        var from = absence.from();
        if (from == null) {
            return null;
        }
        var first = day(from, absence.fromNoon() ? "organisation.absence.fromNoon" : null, locale);
        var to = absence.to();
        return to == null ? text("organisation.absence.from", locale, first)
                : text("organisation.absence.span", locale, first, day(to, absence.toNoon() ? "organisation.absence.toNoon" : null, locale));
    }

    private String day(LocalDate day, @Nullable String half, Locale locale) {
        var pattern = Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? "uuuu年M月d日" : "d MMM uuuu";
        var written = DateTimeFormatter.ofPattern(pattern, locale).format(day);
        return half == null ? written : text(half, locale, written);
    }

    private @Nullable String name(@Nullable String username, Locale locale) {
        return username == null ? null : names.name(username, locale);
    }

    private String text(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }
}
