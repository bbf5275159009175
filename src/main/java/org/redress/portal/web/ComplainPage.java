package org.redress.portal.web;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.redress.complaint.CustomerDesk.Attachment;
import org.redress.customer.Email;
import org.redress.customer.Phone;
import org.redress.portal.Limits;
import org.redress.portal.PublicComplaints;
import org.redress.portal.PublicComplaints.PublicComplaint;
import org.redress.portal.PublicComplaints.Received;
import org.redress.portal.TooManyTries;
import org.redress.shared.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The public form. A complaint that was taken in is shown by its own link, with its number. */
@Controller
@RequestMapping("/complain")
class ComplainPage {

    private final PublicComplaints complaints;
    private final Limits limits;
    private final PortalFrame frame;

    ComplainPage(PublicComplaints complaints, Limits limits, PortalFrame frame) {
        this.complaints = complaints;
        this.limits = limits;
        this.frame = frame;
    }

    @GetMapping
    String blank(@ModelAttribute("form") ComplainForm form, Model model, HttpServletRequest request, HttpServletResponse response,
            Locale locale) {
        limits.look(request.getRemoteAddr());
        frame.fill(model, "/complain", request, response, locale);
        model.addAttribute("errors", Map.of());
        return "portal/complain";
    }

    @PostMapping
    Object complain(@ModelAttribute("form") ComplainForm form, @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Model model, HttpServletRequest request, HttpServletResponse response, Locale locale, RedirectAttributes flash)
            throws IOException {
        limits.look(request.getRemoteAddr());
        Map<String, String> wrong = check(form, locale);
        if (!wrong.isEmpty()) {
            return again(wrong, HttpStatus.UNPROCESSABLE_ENTITY, model, request, response, locale);
        }
        try {
            limits.complaint(request.getRemoteAddr()); // before a stranger's files are read into memory
            List<Attachment> attached = PortalFrame.files(files);
            contact(form);
            Received received = complaints.complain(new PublicComplaint(form.sendingOfTheseWords(), form.customer(locale),
                    form.getWords().strip(), ComplainForm.said(form.getRemedySought())), attached);
            flash.addFlashAttribute("done", "portal.done.received");
            return "redirect:/track/" + received.token();
        } catch (TooManyTries tries) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tries.seconds()));
            return again(frame.errors(tries, "words", locale), HttpStatus.TOO_MANY_REQUESTS, model, request, response, locale);
        } catch (Problem problem) {
            return again(frame.errors(problem, "words", locale), HttpStatus.valueOf(problem.status()), model, request, response, locale);
        }
    }

    /** What the form itself asks for; the intake checks the rest. */
    private Map<String, String> check(ComplainForm form, Locale locale) {
        Map<String, String> wrong = new LinkedHashMap<>();
        if (form.getName().isEmpty()) {
            wrong.put("name", frame.text("portal.problem.name", List.of(), locale));
        }
        if (form.getPhone().isEmpty() && form.getEmail().isEmpty()) {
            wrong.put("phone", frame.text("portal.problem.contact", List.of(), locale));
        }
        if (!form.getPhone().isEmpty() && !Phone.isPlausible(form.getPhone())) {
            wrong.put("phone", frame.text("complaint.problem.phone", List.of(form.getPhone()), locale));
        }
        if (!form.getEmail().isEmpty() && !Email.isPlausible(form.getEmail())) {
            wrong.put("email", frame.text("customer.problem.email", List.of(form.getEmail()), locale));
        }
        if (form.getWords().isBlank()) {
            wrong.put("words", frame.text("portal.problem.words", List.of(), locale));
        }
        if (!form.getWebsite().isEmpty()) {
            wrong.put("website", frame.text("portal.problem.website", List.of(), locale));
        }
        return wrong;
    }

    private void contact(ComplainForm form) {
        String digits = Phone.digits(form.getPhone());
        if (digits != null) {
            limits.contact(digits);
        }
        if (!form.getEmail().isEmpty()) {
            limits.contact(form.getEmail());
        }
    }

    private ModelAndView again(Map<String, String> errors, HttpStatus status, Model model, HttpServletRequest request,
            HttpServletResponse response, Locale locale) {
        frame.fill(model, "/complain", request, response, locale);
        model.addAttribute("errors", errors);
        ModelAndView page = new ModelAndView("portal/complain", model.asMap());
        page.setStatus(status);
        return page;
    }
}
