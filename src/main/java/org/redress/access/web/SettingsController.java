package org.redress.access.web;

import jakarta.servlet.http.HttpSession;
import org.redress.access.Accounts;
import org.redress.shared.CurrentActor;
import org.redress.shared.Problem;
import org.redress.shared.web.FormErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What each person sets for themselves: language, colours, keys, password. */
@Controller
class SettingsController {

    private final Accounts accounts;
    private final CurrentActor current;

    SettingsController(Accounts accounts, CurrentActor current) {
        this.accounts = accounts;
        this.current = current;
    }

    @GetMapping("/settings")
    String settings(Model model) {
        model.addAttribute("form", new PasswordForm());
        return "settings";
    }

    @PostMapping("/settings/password")
    Object changePassword(@ModelAttribute("form") PasswordForm form, BindingResult errors, Model model, HttpSession session,
            RedirectAttributes flash) {
        try {
            if (!form.isRepeated()) {
                throw Problem.invalid("repeat", "access.problem.passwordRepeat");
            }
            accounts.change(current.get().username(), form.getOldPassword(), form.getNewPassword(), session.getId());
            flash.addFlashAttribute("notice", "access.password.changed");
            return "redirect:/settings";
        } catch (Problem problem) {
            FormErrors.put(problem, errors);
            return new ModelAndView("settings", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }
}
