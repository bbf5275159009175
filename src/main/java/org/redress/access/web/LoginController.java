package org.redress.access.web;

import org.jspecify.annotations.Nullable;
import org.redress.shared.CurrentActor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way in. What is posted to the same address is taken by the security filters. */
@Controller
class LoginController {

    private final CurrentActor current;
    private final boolean demo;

    LoginController(CurrentActor current, @Value("${redress.demo:false}") boolean demo) {
        this.current = current;
        this.demo = demo;
    }

    @GetMapping("/login")
    String login(@RequestParam(required = false) @Nullable String out, Model model) {
        if (!current.get().isSystem()) {
            return "redirect:/";
        }
        model.addAttribute("signedOut", out != null);
        model.addAttribute("demo", demo);
        return "access/login";
    }
}
