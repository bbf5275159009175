package org.redress.organisation.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.redress.organisation.Absences;
import org.redress.organisation.Organisation;
import org.redress.organisation.PeopleAdministration;
import org.redress.organisation.Person;
import org.redress.organisation.Role;
import org.redress.shared.Problem;
import org.redress.shared.web.FormErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The people of the company: who they are, what they may do, where they belong, who stands in. */
@Controller
@RequestMapping("/admin/people")
class PeopleController {

    private static final int PAGE = 50;

    private final Organisation organisation;
    private final Absences absences;
    private final PeopleAdministration administration;
    private final Clock clock;

    PeopleController(Organisation organisation, Absences absences, PeopleAdministration administration, Clock clock) {
        this.organisation = organisation;
        this.absences = absences;
        this.administration = administration;
        this.clock = clock;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page, Model model) {
        var wanted = q.strip().toLowerCase(Locale.ROOT);
        var found = organisation.people().stream().filter(person -> matches(person, wanted)).toList();
        int from = Math.min(Math.max(0, (page - 1) * PAGE), found.size());
        int to = Math.min(from + PAGE, found.size());
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        model.addAttribute("people", found.subList(from, to).stream()
                .map(person -> new Row(person, absences.of(person.username()).covers(today))).toList());
        model.addAttribute("q", q);
        model.addAttribute("from", from + 1);
        model.addAttribute("to", to);
        model.addAttribute("total", found.size());
        model.addAttribute("prev", from > 0 ? address(q, page - 1) : null);
        model.addAttribute("next", to < found.size() ? address(q, page + 1) : null);
        return "organisation/people";
    }

    @GetMapping("/new")
    String blank(Model model) {
        model.addAttribute("form", new PersonForm());
        return form(model, true);
    }

    @PostMapping("/new")
    Object add(@Valid @ModelAttribute("form") PersonForm form, BindingResult errors, Model model, RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                administration.add(form.person(form.getUsername()), form.absence());
                flash.addFlashAttribute("notice", "organisation.people.added");
                return "redirect:/admin/people/" + form.getUsername() + "/account";
            } catch (Problem problem) {
                FormErrors.put(problem, errors);
            }
        }
        return invalid(model, true);
    }

    @GetMapping("/{username}")
    String open(@PathVariable String username, Model model) {
        var person = known(username);
        model.addAttribute("form", PersonForm.of(person, absences.of(username), administration.seen(username)));
        return form(model, false);
    }

    @PostMapping("/{username}")
    Object save(@PathVariable String username, @Valid @ModelAttribute("form") PersonForm form, BindingResult errors, Model model,
            RedirectAttributes flash) {
        form.setUsername(known(username).username());
        if (!errors.hasErrors()) {
            try {
                administration.change(form.person(username), form.absence(), form.getSeen());
                flash.addFlashAttribute("notice", "organisation.people.saved");
                return "redirect:/admin/people";
            } catch (Problem problem) {
                FormErrors.put(problem, errors);
            }
        }
        return invalid(model, false);
    }

    private Person known(String username) {
        return organisation.person(username).orElseThrow(() -> Problem.notFound("organisation.problem.person", username));
    }

    private String form(Model model, boolean added) {
        model.addAttribute("added", added);
        model.addAttribute("roles", List.of(Role.values()));
        model.addAttribute("teams", organisation.teams());
        return "organisation/person";
    }

    private ModelAndView invalid(Model model, boolean added) {
        return new ModelAndView(form(model, added), model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private static boolean matches(Person person, String wanted) {
        return wanted.isEmpty() || person.username().contains(wanted) || person.name().zh().contains(wanted)
                || person.name().en().toLowerCase(Locale.ROOT).contains(wanted) || person.teams().contains(wanted);
    }

    private static String address(String q, int page) {
        return UriComponentsBuilder.fromPath("/admin/people").queryParam("q", q).queryParam("page", page).encode().toUriString();
    }

    /** @param away today */
    record Row(Person person, boolean away) {
    }
}
