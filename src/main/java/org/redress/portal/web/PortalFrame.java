package org.redress.portal.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.redress.complaint.CaseDocuments;
import org.redress.complaint.CustomerDesk.Attachment;
import org.redress.portal.PortalSettings;
import org.redress.shared.FieldProblem;
import org.redress.shared.Problem;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.util.WebUtils;

/** What all pages of customers have in common: large type, how to reach us, what was wrong with a form, files. */
@Component
class PortalFrame {

    private static final String LARGE = "large";
    private static final String COOKIE = "type";
    private static final Map<String, String> FIELDS = Map.of("file", "files", "customer.phone", "phone", "customer.email", "email",
            "customer.name", "name", "customer.account", "account", "customer.address", "where", "summary", "words");

    private final PortalSettings settings;
    private final MessageSource messages;

    PortalFrame(PortalSettings settings, MessageSource messages) {
        this.settings = settings;
        this.messages = messages;
    }

    /** @param self path of the page, which links to itself in the other language and size */
    void fill(Model model, String self, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        model.addAttribute("self", self);
        model.addAttribute("large", large(request, response));
        model.addAttribute("company", settings);
        model.addAttribute("hours", settings.hours().both().in(locale));
        model.addAttribute("outsideName", settings.outsideBody().name().both().in(locale));
        model.addAttribute("accept", CaseDocuments.endings());
    }

    /** Chosen with {@code ?type=}, kept by this browser. */
    private static boolean large(HttpServletRequest request, HttpServletResponse response) {
        String chosen = request.getQueryString() == null ? null : request.getParameter(COOKIE);
        if (chosen == null) {
            var kept = WebUtils.getCookie(request, COOKIE);
            return kept != null && LARGE.equals(kept.getValue());
        }
        boolean large = LARGE.equals(chosen);
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(COOKIE, large ? LARGE : "").path("/").httpOnly(true).sameSite("Lax")
                .maxAge(large ? Duration.ofDays(365) : Duration.ZERO).build().toString());
        return large;
    }

    /** Sentences by the field they belong to, for the summary above a form. */
    Map<String, String> errors(Problem problem, String otherwise, Locale locale) {
        Map<String, String> errors = new LinkedHashMap<>();
        for (FieldProblem field : problem.fields()) {
            errors.putIfAbsent(FIELDS.getOrDefault(field.field(), field.field()), text(field.key(), field.args(), locale));
        }
        if (errors.isEmpty()) {
            errors.put(problem.key().contains("document") ? "files" : otherwise, text(problem.key(), problem.args(), locale));
        }
        return errors;
    }

    String text(String key, List<Object> args, Locale locale) {
        return messages.getMessage(key, args.toArray(), locale);
    }

    /** Browsers send an empty part where no file was chosen. */
    static List<Attachment> files(@Nullable List<MultipartFile> parts) throws java.io.IOException {
        List<Attachment> files = new ArrayList<>();
        for (MultipartFile part : parts == null ? List.<MultipartFile>of() : parts) {
            String name = part.getOriginalFilename();
            if (name != null && !name.isEmpty()) {
                files.add(new Attachment(name, part.getBytes()));
            }
        }
        return files;
    }
}
