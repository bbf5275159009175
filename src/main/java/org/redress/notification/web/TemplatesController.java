package org.redress.notification.web;

import org.redress.notification.MessageTemplates;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The texts of the messages: read, changed, looked at with examples, put back. */
@Controller
@RequestMapping("/admin/templates")
class TemplatesController {

    private final MessageTemplates templates;

    TemplatesController(MessageTemplates templates) {
        this.templates = templates;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("templates", templates.all());
        return "notification/templates";
    }

    @GetMapping("/{code}/{language}")
    String open(@PathVariable String code, @PathVariable String language, Model model) {
        var view = templates.one(code, language);
        model.addAttribute("form", TemplateForm.of(view.text(), view.version()));
        model.addAttribute("preview", templates.preview(code, language, view.text()));
        return page(view, model);
    }

    /** Shows what was typed with examples in its places; nothing is saved. */
    @PostMapping("/{code}/{language}/preview")
    Object preview(@PathVariable String code, @PathVariable String language, @ModelAttribute("form") TemplateForm form, BindingResult errors, Model model) {
        var view = templates.one(code, language);
        try {
            model.addAttribute("preview", templates.preview(code, language, form.text()));
        } catch (Problem problem) {
            FormErrors.put(problem, errors);
            return new ModelAndView(page(view, model), model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return page(view, model);
    }

    @PostMapping("/{code}/{language}")
    Object save(@PathVariable String code, @PathVariable String language, @ModelAttribute("form") TemplateForm form, BindingResult errors, Model model,
            RedirectAttributes flash) {
        var view = templates.one(code, language);
        try {
            templates.save(code, language, form.text(), form.getSeen());
        } catch (Problem problem) {
            FormErrors.put(problem, errors);
            return new ModelAndView(page(view, model), model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        flash.addFlashAttribute("notice", "notification.templates.saved");
        return "redirect:/admin/templates";
    }

    @PostMapping("/{code}/{language}/reset")
    String reset(@PathVariable String code, @PathVariable String language, RedirectAttributes flash) {
        templates.reset(code, language);
        flash.addFlashAttribute("notice", "notification.templates.isReset");
        return "redirect:/admin/templates";
    }

    private static String page(MessageTemplates.View view, Model model) {
        model.addAttribute("view", view);
        return "notification/template";
    }
}
