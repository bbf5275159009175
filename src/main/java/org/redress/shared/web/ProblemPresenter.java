package org.redress.shared.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.redress.shared.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * Shows a problem to who asked: RFC 9457 problem+json on the API, a piece of a page to htmx, a page to everybody else. A page also shows
 * what had been typed, so that nothing is lost with a request that could not be carried out.
 */
@Component
public class ProblemPresenter {

    private final Problems problems;
    private final ProblemTexts texts;
    private final ObjectMapper json;
    private final PageWriter pages;

    ProblemPresenter(Problems problems, ProblemTexts texts, ObjectMapper json, PageWriter pages) {
        this.problems = problems;
        this.texts = texts;
        this.json = json;
        this.pages = pages;
    }

    /** Whether the request came over the programming interface. */
    public static boolean isApi(HttpServletRequest request) {
        var path = path(request);
        return path.startsWith("/api/") || path.equals("/api");
    }

    /** Whether the page belongs to customers, who have no account. */
    public static boolean isPublic(HttpServletRequest request) {
        var path = path(request);
        return path.equals("/complain") || path.startsWith("/track/") || path.startsWith("/rate/");
    }

    private static String path(HttpServletRequest request) {
        // after an error of the container the request stands at the error page
        var asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return (asked instanceof String uri ? uri : request.getRequestURI()).substring(request.getContextPath().length());
    }

    /** Whether only a piece of a page is wanted. */
    public static boolean isFragment(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null;
    }

    /** For filters and security, which stand outside the controllers. */
    public void write(HttpServletRequest request, HttpServletResponse response, Throwable thrown) throws IOException {
        write(request, response, problems.answer(request, thrown));
    }

    /** The status with the sentence that belongs to it. */
    public void write(HttpServletRequest request, HttpServletResponse response, int status) throws IOException {
        write(request, response, texts.answer(request, status));
    }

    private void write(HttpServletRequest request, HttpServletResponse response, ProblemAnswer answer) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(answer.status());
        if (isApi(request)) {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            json.writeValue(response.getOutputStream(), body(request, answer));
        } else {
            pages.write(request, response, page(request, answer), texts.locale(request));
        }
    }

    /** What an exception handler gives back: a response entity or a page. */
    Object present(HttpServletRequest request, Throwable thrown) {
        return present(request, problems.answer(request, thrown));
    }

    Object present(HttpServletRequest request, int status) {
        return present(request, texts.answer(request, status));
    }

    private Object present(HttpServletRequest request, ProblemAnswer answer) {
        if (isApi(request)) {
            return ResponseEntity.status(answer.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(body(request, answer));
        }
        return page(request, answer);
    }

    private static Map<String, Object> body(HttpServletRequest request, ProblemAnswer answer) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "about:blank");
        body.put("title", answer.title());
        body.put("status", answer.status());
        body.put("detail", answer.detail());
        body.put("instance", request.getRequestURI());
        body.put("code", answer.code());
        if (answer.reference() != null) {
            body.put("reference", answer.reference());
        }
        if (!answer.fields().isEmpty()) {
            body.put("errors", answer.fields());
        }
        return body;
    }

    private ModelAndView page(HttpServletRequest request, ProblemAnswer answer) {
        var page = new ModelAndView(isFragment(request) ? "fragments/ui :: problem(text=${message}, reference=${reference})"
                : isPublic(request) ? "portal/error" : "error/error");
        var status = HttpStatus.resolve(answer.status());
        page.setStatus(status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status);
        page.addObject("status", answer.status());
        page.addObject("heading", answer.title());
        page.addObject("message", answer.detail());
        page.addObject("fields", answer.fields());
        page.addObject("reference", answer.status() >= 500 ? answer.reference() : null);
        page.addObject("typed", TypedText.of(request, json));
        return page;
    }

    /** A problem that a person can mend, for callers that hold no exception. */
    public void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        write(request, response, problems.answer(request, problem));
    }
}
