package org.redress.campaign.web;

import java.util.Locale;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.redress.campaign.CampaignStudy;
import org.redress.campaign.Campaigns;
import org.redress.shared.Problem;
import org.redress.shared.web.FormErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What managers do with a campaign. What was typed stays on the page when it cannot be done. */
@Controller
@RequestMapping("/campaigns/{id}")
class CampaignActs {

    private final Campaigns campaigns;
    private final CampaignStudy study;
    private final CampaignPages pages;

    CampaignActs(Campaigns campaigns, CampaignStudy study, CampaignPages pages) {
        this.campaigns = campaigns;
        this.study = study;
        this.pages = pages;
    }

    @PostMapping("/drop")
    Object drop(@PathVariable long id, @ModelAttribute("text") TextForm form, BindingResult errors, Model model, Locale locale, RedirectAttributes flash) {
        return move(id, form, errors, model, locale, flash, "campaign.dropped", text -> campaigns.drop(id, text.getVersion(), text.getReason()));
    }

    @PostMapping("/analyse")
    Object analyse(@PathVariable long id, @ModelAttribute("text") TextForm form, BindingResult errors, Model model, Locale locale, RedirectAttributes flash) {
        return move(id, form, errors, model, locale, flash, "campaign.analysed", text -> campaigns.analyse(id, text.getVersion(), text.getFinding()));
    }

    @PostMapping("/close")
    Object close(@PathVariable long id, @ModelAttribute("text") TextForm form, BindingResult errors, Model model, Locale locale, RedirectAttributes flash) {
        return move(id, form, errors, model, locale, flash, "campaign.closed", text -> campaigns.close(id, text.getVersion(), text.getConclusion()));
    }

    @PostMapping("/measures")
    Object decide(@PathVariable long id, @ModelAttribute("measure") MeasureForm form, BindingResult errors, Model model, Locale locale,
            RedirectAttributes flash) {
        return page(id, errors, model, locale, flash, "campaign.measure.decided",
                () -> study.decide(id, given(form.getTeam()), form.getText(), given(form.getOwner()), form.getDueOn()));
    }

    @PostMapping("/measures/{measure}")
    String end(@PathVariable long id, @PathVariable long measure, @RequestParam(defaultValue = "") String result, @RequestParam boolean done,
            RedirectAttributes flash) {
        study.end(id, measure, done, result);
        flash.addFlashAttribute("notice", "campaign.measure.ended");
        return "redirect:/campaigns/" + id + "#measures";
    }

    private Object move(long id, TextForm form, BindingResult errors, Model model, Locale locale, RedirectAttributes flash, String notice,
            Consumer<TextForm> act) {
        return page(id, errors, model, locale, flash, notice, () -> act.accept(form));
    }

    private Object page(long id, BindingResult errors, Model model, Locale locale, RedirectAttributes flash, String notice, Runnable act) {
        if (!errors.hasErrors()) {
            try {
                act.run();
                flash.addFlashAttribute("notice", notice);
                return "redirect:/campaigns/" + id;
            } catch (Problem problem) {
                FormErrors.put(problem, errors);
            }
        }
        pages.fill(campaigns.get(id), null, model, locale);
        model.asMap().putIfAbsent("text", new TextForm(campaigns.get(id).version()));
        model.asMap().putIfAbsent("measure", new MeasureForm());
        return new ModelAndView("campaign/campaign", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private static @Nullable String given(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
