package org.redress.survey.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.redress.shared.Bilingual;
import org.redress.shared.Problem;
import org.redress.survey.Questionnaire;
import org.redress.survey.QuestionnaireDraft;
import org.redress.survey.QuestionnaireEdits;
import org.redress.survey.QuestionnaireState;
import org.redress.survey.Questionnaires;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /designer/questionnaires}: all of them, and the versions of one (问卷). */
@Controller
@RequestMapping("/designer/questionnaires")
class QuestionnairePages {

    private final Questionnaires questionnaires;
    private final QuestionnaireEdits edits;
    private final MessageSource messages;

    QuestionnairePages(Questionnaires questionnaires, QuestionnaireEdits edits, MessageSource messages) {
        this.questionnaires = questionnaires;
        this.edits = edits;
        this.messages = messages;
    }

    @GetMapping
    String list(Model model) {
        List<Questionnaire> all = questionnaires.all();
        model.addAttribute("shown", all.stream().filter(each -> each.state() == QuestionnaireState.LIVE
                || all.stream().noneMatch(other -> other.code().equals(each.code()) && (other.state() == QuestionnaireState.LIVE || other.version() > each.version()))).toList());
        model.addAttribute("drafts", all.stream().filter(each -> each.state() == QuestionnaireState.DRAFT).map(Questionnaire::code).toList());
        return "survey/questionnaires";
    }

    @GetMapping("/new")
    String blank(Model model) {
        return form(model, Map.of(), Map.of());
    }

    /** A new one begins as a copy of what is live already: nobody writes a form from nothing. */
    @PostMapping("/new")
    Object add(@RequestParam MultiValueMap<String, String> sent, Model model, Locale locale, RedirectAttributes flash) {
        SentForm form = new SentForm(sent);
        String code = form.text("code").toUpperCase(Locale.ROOT);
        try {
            Questionnaire like = questionnaires.versions(form.text("like")).stream().findFirst()
                    .orElseThrow(() -> Problem.invalid("like", "survey.problem.unknownQuestionnaire", form.text("like")));
            edits.add(code, form.ticked("campaignOnly"),
                    new QuestionnaireDraft(new Bilingual(form.text("nameEn"), form.text("nameZh")), java.util.Set.of(), like.scale(), like.form()));
        } catch (Problem problem) {
            Map<String, String> errors = SentForm.errors(problem, messages, locale);
            return new ModelAndView(form(model, sent.toSingleValueMap(), errors), model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        flash.addFlashAttribute("notice", "survey.questionnaires.added");
        return "redirect:/designer/questionnaires/" + code + "/versions/1";
    }

    @GetMapping("/{code}")
    String one(@PathVariable String code, Model model) {
        List<Questionnaire> versions = questionnaires.versions(code);
        if (versions.isEmpty()) {
            throw Problem.notFound("survey.problem.unknownQuestionnaire", code);
        }
        model.addAttribute("it", versions.get(0));
        model.addAttribute("versions", versions);
        model.addAttribute("live", versions.stream().anyMatch(each -> each.state() == QuestionnaireState.LIVE));
        return "survey/questionnaire";
    }

    @PostMapping("/{code}/draft")
    String draft(@PathVariable String code) {
        return "redirect:/designer/questionnaires/" + code + "/versions/" + edits.draft(code);
    }

    @PostMapping("/{code}/retire")
    String retire(@PathVariable String code, RedirectAttributes flash) {
        edits.retire(code);
        flash.addFlashAttribute("notice", "survey.questionnaires.retired");
        return "redirect:/designer/questionnaires/" + code;
    }

    private String form(Model model, Map<String, String> typed, Map<String, String> errors) {
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        model.addAttribute("likes", questionnaires.live());
        return "survey/questionnaire-new";
    }
}
