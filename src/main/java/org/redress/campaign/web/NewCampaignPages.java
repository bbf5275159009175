package org.redress.campaign.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.redress.campaign.Campaign;
import org.redress.campaign.CampaignState;
import org.redress.campaign.CampaignLoad;
import org.redress.campaign.Campaigns;
import org.redress.campaign.Choice;
import org.redress.customer.Segment;
import org.redress.organisation.Organisation;
import org.redress.shared.Business;
import org.redress.shared.CurrentActor;
import org.redress.shared.Problem;
import org.redress.shared.web.FormErrors;
import org.redress.survey.Questionnaires;
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

/** Choosing whom a campaign calls: seen before it is started. */
@Controller
@RequestMapping("/campaigns/new")
class NewCampaignPages {

    private final Campaigns campaigns;
    private final CampaignLoad load;
    private final Questionnaires questionnaires;
    private final Organisation organisation;
    private final CampaignWords words;
    private final CurrentActor actor;

    NewCampaignPages(Campaigns campaigns, CampaignLoad load, Questionnaires questionnaires, Organisation organisation, CampaignWords words,
            CurrentActor actor) {
        this.campaigns = campaigns;
        this.load = load;
        this.questionnaires = questionnaires;
        this.organisation = organisation;
        this.words = words;
        this.actor = actor;
    }

    /** @param proposal the proposal to accept, null for one by hand */
    @GetMapping
    String form(@RequestParam(required = false) @Nullable Long proposal, Model model, Locale locale) {
        if (!Campaigns.mayAct(actor.get())) {
            throw Problem.forbidden("campaign.problem.notYours");
        }
        CampaignForm form = CampaignForm.blank(words.today());
        if (proposal != null) {
            Campaign proposed = campaigns.get(proposal);
            if (proposed.state() != CampaignState.PROPOSED) {
                throw Problem.conflict("campaign.problem.stale", proposed.code());
            }
            form = CampaignForm.of(proposed, words.name(proposed, locale), words.today());
        }
        model.addAttribute("form", form);
        return page(model, locale);
    }

    /** @param start whether it is started now; else what it would come to is shown */
    @PostMapping
    Object choose(@Valid @ModelAttribute("form") CampaignForm form, BindingResult errors, @RequestParam(defaultValue = "false") boolean start, Model model,
            Locale locale, RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                if (start) {
                    long id = campaigns.start(form.wanted());
                    flash.addFlashAttribute("notice", "campaign.started");
                    flash.addFlashAttribute("noticeArgs", new Object[] {campaigns.get(id).opened()});
                    return "redirect:/campaigns/" + id;
                }
                Choice choice = campaigns.preview(form.wanted());
                model.addAttribute("choice", choice);
                model.addAttribute("leftOut", words.leftOut(choice.leftOut(), locale));
                model.addAttribute("load", load.of(choice.calls(), form.wanted().lastDay()));
                return page(model, locale);
            } catch (Problem problem) {
                FormErrors.put(problem, errors);
            }
        }
        return new ModelAndView(page(model, locale), model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private String page(Model model, Locale locale) {
        Map<String, String> teams = new LinkedHashMap<>();
        organisation.teams().forEach(team -> teams.put(team.code(), team.name().in(locale)));
        Map<String, String> live = new LinkedHashMap<>();
        questionnaires.live().forEach(each -> live.put(each.code(), each.name().in(locale)));
        Map<String, String> regions = new LinkedHashMap<>();
        campaigns.regions().forEach(region -> regions.put(region, region));
        model.addAttribute("teams", teams);
        model.addAttribute("questionnaires", live);
        model.addAttribute("regions", regions);
        model.addAttribute("businesses", Business.values());
        model.addAttribute("segments", Segment.values());
        return "campaign/new";
    }
}
