package org.redress.survey.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.redress.shared.Bilingual;
import org.redress.shared.Problem;
import org.redress.survey.Meaning;
import org.redress.survey.Scale;
import org.redress.survey.Scale.Grade;
import org.redress.survey.ScaleEdits;
import org.redress.survey.Scales;
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

/** {@code /designer/scales}: the scales of the company (评价等级制). */
@Controller
@RequestMapping("/designer/scales")
class ScalePages {

    private static final int BLANK_ROWS = 7;
    private static final int MORE_ROWS = 2;

    private final Scales scales;
    private final ScaleEdits edits;
    private final MessageSource messages;

    ScalePages(Scales scales, ScaleEdits edits, MessageSource messages) {
        this.scales = scales;
        this.edits = edits;
        this.messages = messages;
    }

    /** A line of the table of grades, as typed. */
    record Line(String code, String nameEn, String nameZh, String meaning, String score) {

        static final Line BLANK = new Line("", "", "", Meaning.SATISFIED.name(), "");

        boolean isBlank() {
            return code.isEmpty() && nameEn.isEmpty() && nameZh.isEmpty();
        }
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("scales", scales.all());
        return "survey/scales";
    }

    @GetMapping("/new")
    String blank(Model model) {
        fill(model, "", "", "", List.of(), true, false, false, 0);
        return "survey/scale";
    }

    @GetMapping("/{code}")
    String one(@PathVariable String code, Model model) {
        Scale scale = scales.find(code).orElseThrow(() -> Problem.notFound("survey.problem.noScale", code));
        fill(model, code, scale.name().en(), scale.name().zh(), scale.grades().stream().map(grade -> new Line(grade.code(), grade.name().en(), grade.name().zh(),
                grade.meaning().name(), grade.score() == null ? "" : grade.score().toString())).toList(), false, edits.isUsed(code), !scale.active(), edits.revision(code));
        return "survey/scale";
    }

    @PostMapping("/new")
    Object add(@RequestParam MultiValueMap<String, String> sent, Model model, Locale locale, RedirectAttributes flash) {
        SentForm form = new SentForm(sent);
        return save(form, form.text("code").toUpperCase(Locale.ROOT), true, model, locale, flash);
    }

    @PostMapping("/{code}")
    Object change(@PathVariable String code, @RequestParam MultiValueMap<String, String> sent, Model model, Locale locale, RedirectAttributes flash) {
        return save(new SentForm(sent), code, false, model, locale, flash);
    }

    @PostMapping({"/{code}/retire", "/{code}/reinstate"})
    String activate(@PathVariable String code, HttpServletRequest request, RedirectAttributes flash) {
        if (request.getRequestURI().endsWith("/retire")) {
            edits.retire(code);
        } else {
            edits.reinstate(code);
        }
        flash.addFlashAttribute("notice", "survey.scales.saved");
        return "redirect:/designer/scales";
    }

    private Object save(SentForm form, String code, boolean added, Model model, Locale locale, RedirectAttributes flash) {
        List<Line> lines = lines(form);
        Bilingual name = new Bilingual(form.text("nameEn"), form.text("nameZh"));
        try {
            if (added) {
                edits.add(new Scale(code, name, true, grades(lines)));
            } else {
                edits.change(new Scale(code, name, true, grades(lines)), form.number("revision", -1));
            }
        } catch (Problem problem) {
            Map<String, String> errors = SentForm.errors(problem, messages, locale);
            fill(model, code, name.en(), name.zh(), lines, added, !added && edits.isUsed(code), false, form.number("revision", 0));
            model.addAttribute("errors", errors);
            return new ModelAndView("survey/scale", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        flash.addFlashAttribute("notice", "survey.scales.saved");
        return "redirect:/designer/scales";
    }

    private static List<Line> lines(SentForm form) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < form.all("grade").size(); i++) {
            Line line = new Line(at(form, "grade", i).toUpperCase(Locale.ROOT), at(form, "gradeEn", i), at(form, "gradeZh", i), at(form, "meaning", i), at(form, "score", i));
            if (!line.isBlank()) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static String at(SentForm form, String name, int index) {
        List<String> all = form.all(name);
        return index < all.size() ? all.get(index).strip() : "";
    }

    private static List<Grade> grades(List<Line> lines) {
        List<Grade> grades = new ArrayList<>();
        for (Line line : lines) {
            Meaning meaning = Arrays.stream(Meaning.values()).filter(each -> each.name().equals(line.meaning())).findFirst().orElse(Meaning.NEUTRAL);
            grades.add(new Grade(line.code(), grades.size() + 1, new Bilingual(line.nameEn(), line.nameZh()), meaning, SentForm.optional(line.score())));
        }
        return grades;
    }

    private static void fill(Model model, String code, String en, String zh, List<Line> lines, boolean added, boolean used, boolean retired, int revision) {
        List<Line> rows = new ArrayList<>(lines);
        for (int i = used ? 0 : Math.max(lines.isEmpty() ? BLANK_ROWS : MORE_ROWS, 0); i > 0; i--) {
            rows.add(Line.BLANK);
        }
        model.addAttribute("code", code);
        model.addAttribute("nameEn", en);
        model.addAttribute("nameZh", zh);
        model.addAttribute("lines", rows);
        model.addAttribute("meanings", Meaning.values());
        model.addAttribute("added", added);
        model.addAttribute("used", used);
        model.addAttribute("retired", retired);
        model.addAttribute("revision", revision);
        model.addAttribute("errors", Map.of());
    }
}
