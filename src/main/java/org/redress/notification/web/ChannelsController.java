package org.redress.notification.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.redress.notification.MessageTemplates;
import org.redress.notification.WebhookChannels;
import org.redress.notification.WebhookShape;
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

/** Webhook channels: chats and systems of the company that are told. */
@Controller
@RequestMapping("/admin/webhooks")
class ChannelsController {

    private final WebhookChannels channels;
    private final MessageTemplates templates;

    ChannelsController(WebhookChannels channels, MessageTemplates templates) {
        this.channels = channels;
        this.templates = templates;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("channels", channels.all());
        return "notification/channels";
    }

    @GetMapping("/new")
    String blank(Model model) {
        model.addAttribute("form", new ChannelForm());
        return page(model, true);
    }

    @PostMapping("/new")
    Object add(@ModelAttribute("form") ChannelForm form, BindingResult errors, Model model, RedirectAttributes flash) {
        return save(() -> channels.add(form.channel(form.getCode())), true, errors, model, flash);
    }

    @GetMapping("/{code}")
    String open(@PathVariable String code, Model model) {
        model.addAttribute("form", ChannelForm.of(channels.one(code)));
        return page(model, false);
    }

    @PostMapping("/{code}")
    Object change(@PathVariable String code, @ModelAttribute("form") ChannelForm form, BindingResult errors, Model model, RedirectAttributes flash) {
        form.setCode(channels.one(code).code());
        return save(() -> channels.change(form.channel(form.getCode())), false, errors, model, flash);
    }

    @PostMapping("/{code}/test")
    String test(@PathVariable String code, RedirectAttributes flash) {
        channels.test(code);
        flash.addFlashAttribute("notice", "notification.channels.tested");
        return "redirect:/ops/outbox";
    }

    private Object save(Runnable act, boolean added, BindingResult errors, Model model, RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                act.run();
                flash.addFlashAttribute("notice", "notification.channels.saved");
                return "redirect:/admin/webhooks";
            } catch (Problem problem) {
                FormErrors.put(problem, errors);
            }
        }
        return new ModelAndView(page(model, added), model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private String page(Model model, boolean added) {
        model.addAttribute("added", added);
        model.addAttribute("codes", templates.codes().stream().filter(code -> !code.equals("channel.test")).toList());
        model.addAttribute("shapes", WebhookShape.values());
        Map<String, String> bodies = new LinkedHashMap<>();
        for (WebhookShape shape : WebhookShape.values()) {
            bodies.put(shape.name(), channels.shippedBody(shape));
        }
        model.addAttribute("bodies", bodies);
        return "notification/channel";
    }
}
