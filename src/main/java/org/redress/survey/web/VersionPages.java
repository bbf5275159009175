package org.redress.survey.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.redress.shared.Bilingual;
import org.redress.shared.Business;
import org.redress.shared.Problem;
import org.redress.survey.Questionnaire;
import org.redress.survey.QuestionnaireDraft;
import org.redress.survey.QuestionnaireEdits;
import org.redress.survey.QuestionnaireForms;
import org.redress.survey.QuestionnaireState;
import org.redress.survey.Questionnaires;
import org.redress.survey.Scale;
import org.redress.survey.Scales;
import org.redress.worklist.form.FormTranslation;
import org.redress.worklist.form.PlainForm;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One version of a questionnaire: how it is asked in both languages, what stands between a draft and its calls, and the draft's own form. */
@Controller
@RequestMapping("/designer/questionnaires/{code}/versions/{version}")
class VersionPages {

    private final Questionnaires questionnaires;
    private final QuestionnaireEdits edits;
    private final QuestionnaireForms forms;
    private final Scales scales;
    private final PlainForm plain;
    private final MessageSource messages;

    VersionPages(Questionnaires questionnaires, QuestionnaireEdits edits, QuestionnaireForms forms, Scales scales, PlainForm plain, MessageSource messages) {
        this.questionnaires = questionnaires;
        this.edits = edits;
        this.forms = forms;
        this.scales = scales;
        this.plain = plain;
        this.messages = messages;
    }

    @GetMapping
    String show(@PathVariable String code, @PathVariable int version, Model model, Locale locale) {
        Questionnaire it = find(code, version);
        fill(model, it, QuestionnaireState.DRAFT == it.state() ? it.form().toPrettyString() : "", Map.of(), locale);
        return "survey/version";
    }

    /** The form as a file that Camunda Modeler opens. */
    @GetMapping("/form")
    ResponseEntity<byte[]> file(@PathVariable String code, @PathVariable int version) {
        Questionnaire it = find(code, version);
        String disposition = ContentDisposition.attachment().filename(code + "-" + version + ".form").build().toString();
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .body(it.form().toPrettyString().getBytes(StandardCharsets.UTF_8));
    }

    /** Keeps the draft; a file that came along takes the place of the text. */
    @PostMapping
    Object save(@PathVariable String code, @PathVariable int version, @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(required = false) @Nullable MultipartFile file, Model model, Locale locale, RedirectAttributes flash) throws IOException {
        SentForm form = new SentForm(sent);
        Questionnaire before = find(code, version);
        String text = file == null || file.isEmpty() ? form.text("form") : new String(file.getBytes(), StandardCharsets.UTF_8);
        Set<Business> businesses = Arrays.stream(Business.values()).filter(each -> form.all("businesses").contains(each.name())).collect(Collectors.toSet());
        try {
            JsonNode parsed = edits.parse(text);
            edits.save(code, version, new QuestionnaireDraft(new Bilingual(form.text("nameEn"), form.text("nameZh")), businesses, form.text("scale"), parsed),
                    form.number("revision", -1));
        } catch (Problem problem) {
            Map<String, String> errors = SentForm.errors(problem, messages, locale);
            fill(model, before, text, errors, locale);
            return new ModelAndView("survey/version", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        flash.addFlashAttribute("notice", "survey.version.saved");
        return here(code, version);
    }

    @PostMapping("/publish")
    Object publish(@PathVariable String code, @PathVariable int version, @RequestParam int revision, Model model, Locale locale, RedirectAttributes flash) {
        try {
            edits.publish(code, version, revision);
        } catch (Problem problem) {
            SentForm.errors(problem, messages, locale);
            Questionnaire it = find(code, version);
            fill(model, it, it.form().toPrettyString(), Map.of(), locale);
            return new ModelAndView("survey/version", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        flash.addFlashAttribute("notice", "survey.version.published");
        return here(code, version);
    }

    @PostMapping("/discard")
    String discard(@PathVariable String code, @PathVariable int version, RedirectAttributes flash) {
        edits.discard(code, version);
        flash.addFlashAttribute("notice", "survey.version.discarded");
        return questionnaires.versions(code).isEmpty() ? "redirect:/designer/questionnaires" : "redirect:/designer/questionnaires/" + code;
    }

    private Questionnaire find(String code, int version) {
        return questionnaires.find(code, version).orElseThrow(() -> Problem.notFound("survey.problem.unknownQuestionnaire", code));
    }

    private void fill(Model model, Questionnaire it, String text, Map<String, String> errors, Locale locale) {
        JsonNode asked = forms.asked(it);
        model.addAttribute("it", it);
        model.addAttribute("isDraft", it.state() == QuestionnaireState.DRAFT);
        model.addAttribute("text", text);
        model.addAttribute("errors", errors);
        model.addAttribute("problems", it.state() == QuestionnaireState.DRAFT
                ? edits.problems(it).stream().map(problem -> SentForm.sentence(problem, messages, locale)).toList() : List.of());
        model.addAttribute("scales", scales.all().stream().filter(scale -> scale.active() || scale.code().equals(it.scale())).toList());
        model.addAttribute("scale", scales.find(it.scale()).map(Scale::name).orElse(new Bilingual(it.scale(), it.scale())));
        model.addAttribute("businesses", Business.values());
        model.addAttribute("english", plain.fields(FormTranslation.in(Locale.ENGLISH, asked), Map.of(), Map.of()));
        model.addAttribute("chinese", plain.fields(FormTranslation.in(Locale.SIMPLIFIED_CHINESE, asked), Map.of(), Map.of()));
    }

    private static String here(String code, int version) {
        return "redirect:/designer/questionnaires/" + code + "/versions/" + version;
    }
}
