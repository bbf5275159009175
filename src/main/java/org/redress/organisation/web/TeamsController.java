package org.redress.organisation.web;

import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.redress.organisation.Departments;
import org.redress.organisation.Organisation;
import org.redress.organisation.PeopleAdministration;
import org.redress.organisation.Team;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Teams and the departments they belong to. A team is never removed, because cases name it; it is switched off. */
@Controller
class TeamsController {

    private final Organisation organisation;
    private final Departments departments;
    private final PeopleAdministration administration;

    TeamsController(Organisation organisation, Departments departments, PeopleAdministration administration) {
        this.organisation = organisation;
        this.departments = departments;
        this.administration = administration;
    }

    @GetMapping("/admin/teams")
    String list(Model model) {
        model.addAttribute("teams", departments.everyTeam());
        model.addAttribute("departments", departments.all());
        return "organisation/teams";
    }

    @GetMapping("/admin/teams/new")
    String blank(Model model, Locale locale) {
        model.addAttribute("form", new TeamForm());
        return form(model, locale, true);
    }

    @PostMapping("/admin/teams/new")
    Object add(@Valid @ModelAttribute("form") TeamForm form, BindingResult errors, Model model, Locale locale, RedirectAttributes flash) {
        return save(form, form.getCode(), true, errors, model, locale, flash);
    }

    @GetMapping("/admin/teams/{code}")
    String open(@PathVariable String code, Model model, Locale locale) {
        model.addAttribute("form", TeamForm.of(known(code)));
        return form(model, locale, false);
    }

    @PostMapping("/admin/teams/{code}")
    Object change(@PathVariable String code, @Valid @ModelAttribute("form") TeamForm form, BindingResult errors, Model model,
            Locale locale, RedirectAttributes flash) {
        form.setCode(known(code).code());
        return save(form, code, false, errors, model, locale, flash);
    }

    @GetMapping("/admin/departments/new")
    String blankDepartment(Model model) {
        model.addAttribute("form", new TeamForm());
        return "organisation/department";
    }

    @PostMapping("/admin/departments/new")
    Object saveDepartment(@Valid @ModelAttribute("form") TeamForm form, BindingResult errors, Model model, RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                administration.save(form.asDepartment());
                flash.addFlashAttribute("notice", "organisation.teams.departmentSaved");
                return "redirect:/admin/teams";
            } catch (Problem problem) {
                FormErrors.put(problem, errors);
            }
        }
        return new ModelAndView("organisation/department", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private Object save(TeamForm form, String code, boolean added, BindingResult errors, Model model, Locale locale,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                administration.save(form.team(code), added);
                flash.addFlashAttribute("notice", "organisation.teams.saved");
                return "redirect:/admin/teams";
            } catch (Problem problem) {
                FormErrors.put(problem, errors);
            }
        }
        return new ModelAndView(form(model, locale, added), model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private Team known(String code) {
        return organisation.team(code).orElseThrow(() -> Problem.notFound("organisation.problem.team", code));
    }

    private String form(Model model, Locale locale, boolean added) {
        var choices = new LinkedHashMap<String, String>();
        departments.all().forEach(department -> choices.put(department.code(), department.name().in(locale)));
        model.addAttribute("departments", choices);
        model.addAttribute("added", added);
        return "organisation/team";
    }
}
