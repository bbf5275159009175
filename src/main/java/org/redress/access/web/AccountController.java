package org.redress.access.web;

import java.time.Clock;
import org.redress.access.Accounts;
import org.redress.organisation.Organisation;
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

/** The account of a person, for administrators: a password given, the account switched off and on, a lock lifted. */
@Controller
@RequestMapping("/admin/people/{username}/account")
class AccountController {

    private final Accounts accounts;
    private final Organisation organisation;
    private final Clock clock;

    AccountController(Accounts accounts, Organisation organisation, Clock clock) {
        this.accounts = accounts;
        this.organisation = organisation;
        this.clock = clock;
    }

    @GetMapping
    String open(@PathVariable String username, Model model) {
        model.addAttribute("form", new PasswordForm());
        return page(username, model);
    }

    @PostMapping("/password")
    Object give(@PathVariable String username, @ModelAttribute("form") PasswordForm form, BindingResult errors, Model model,
            RedirectAttributes flash) {
        try {
            if (!form.isRepeated()) {
                throw Problem.invalid("repeat", "access.problem.passwordRepeat");
            }
            accounts.give(username, form.getNewPassword());
            flash.addFlashAttribute("notice", "access.account.given");
            return "redirect:/admin/people/" + username + "/account";
        } catch (Problem problem) {
            FormErrors.put(problem, errors);
            return new ModelAndView(page(username, model), model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    @PostMapping("/enabled")
    String enable(@PathVariable String username, @RequestParam boolean enabled, @RequestParam int version, RedirectAttributes flash) {
        accounts.enable(username, enabled, version);
        flash.addFlashAttribute("notice", enabled ? "access.account.enabled" : "access.account.disabled");
        return "redirect:/admin/people/" + username + "/account";
    }

    private String page(String username, Model model) {
        model.addAttribute("person", organisation.person(username)
                .orElseThrow(() -> Problem.notFound("organisation.problem.person", username)));
        model.addAttribute("account", accounts.find(username).orElse(null));
        model.addAttribute("now", clock.instant());
        return "access/account";
    }
}
