package org.redress.survey.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.redress.shared.Business;
import org.redress.shared.Problem;
import org.redress.survey.AskingRule;
import org.redress.survey.AskingRules;
import org.redress.survey.Via;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /designer/asking}: which customers are asked by mail or SMS. */
@Controller
@RequestMapping("/designer/asking")
class AskingPage {

    private final AskingRules rules;
    private final MessageSource messages;

    AskingPage(AskingRules rules, MessageSource messages) {
        this.rules = rules;
        this.messages = messages;
    }

    @GetMapping
    String show(Model model) {
        return fill(model, rules.all(), Map.of());
    }

    @PostMapping
    Object set(@RequestParam MultiValueMap<String, String> sent, Model model, Locale locale, RedirectAttributes flash) {
        SentForm form = new SentForm(sent);
        String gateway = form.text("gateway");
        List<AskingRule> wanted = new ArrayList<>();
        for (Business business : Business.values()) {
            wanted.add(new AskingRule(business, Via.MAIL, form.number("MAIL." + business, -1), null));
            int sms = form.number("SMS." + business, -1);
            wanted.add(new AskingRule(business, Via.SMS, sms, gateway.isEmpty() || sms == 0 ? null : gateway));
        }
        try {
            rules.set(wanted);
        } catch (Problem problem) {
            Map<String, String> errors = SentForm.errors(problem, messages, locale);
            return new ModelAndView(fill(model, wanted, errors), model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        flash.addFlashAttribute("notice", "survey.asking.saved");
        return "redirect:/designer/asking";
    }

    private String fill(Model model, List<AskingRule> shown, Map<String, String> errors) {
        model.addAttribute("rules", shown);
        model.addAttribute("businesses", Business.values());
        model.addAttribute("gateways", rules.gateways());
        model.addAttribute("gateway", shown.stream().map(AskingRule::channel).filter(java.util.Objects::nonNull).findFirst().orElse(""));
        model.addAttribute("errors", errors);
        return "survey/asking";
    }
}
