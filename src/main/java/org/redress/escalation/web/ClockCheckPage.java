package org.redress.escalation.web;

import java.util.Map;

import org.redress.escalation.ClockCheck;
import org.redress.escalation.Punctuality;
import org.redress.shared.AuditTrail;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whether clocks, lists and timers agree, and how late the ladder is: for the administrator. */
@Controller
@RequestMapping("/ops/clocks")
class ClockCheckPage {

    private final ClockCheck check;
    private final Punctuality punctuality;
    private final AuditTrail audit;

    ClockCheckPage(ClockCheck check, Punctuality punctuality, AuditTrail audit) {
        this.check = check;
        this.punctuality = punctuality;
        this.audit = audit;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("lateness", punctuality.lateness());
        return "escalation/clocks";
    }

    @PostMapping("/check")
    String check(Model model) {
        ClockCheck.Result result = check.check();
        audit.record("CHECK_CLOCKS", "CLOCKS", "all", Map.of("cases", result.cases(), "found", result.found()));
        model.addAttribute("result", result);
        return show(model);
    }

    @PostMapping("/repair")
    String repair(@RequestParam String number, RedirectAttributes flash) {
        check.repair(number);
        flash.addFlashAttribute("notice", "escalation.clocks.repaired");
        return "redirect:/ops/clocks";
    }
}
