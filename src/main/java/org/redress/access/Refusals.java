package org.redress.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.redress.shared.Problem;
import org.redress.shared.web.ProblemPresenter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** What somebody is told who is not signed in, or may not do this. */
@Component
class Refusals {

    private final ProblemPresenter presenter;

    Refusals(ProblemPresenter presenter) {
        this.presenter = presenter;
    }

    /** The API: 401 with the reason, and the invitation to send a name and a password. */
    AuthenticationEntryPoint api() {
        return (request, response, why) -> {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Redress\", charset=\"UTF-8\"");
            presenter.write(request, response, SignInProblem.unauthorized(why));
        };
    }

    /** Pages: to the sign-in page and back again; a form that was sent stays on the screen. */
    AuthenticationEntryPoint pages() {
        return (request, response, why) -> {
            if (isPage(request)) {
                response.sendRedirect(request.getContextPath() + "/login");
            } else {
                presenter.write(request, response, new SignedOut());
            }
        };
    }

    AccessDeniedHandler denied() {
        return (request, response, why) -> {
            if (request.getAttribute(Rights.UNLISTED) != null) {
                presenter.write(request, response, 404);
            } else if (why instanceof CsrfException) {
                presenter.write(request, response, stale(request));
            } else {
                presenter.write(request, response, 403);
            }
        };
    }

    /** Somebody opens a page by hand, not a script that fetches a piece of one. */
    static boolean isPage(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        return HttpMethod.GET.matches(request.getMethod()) && request.getHeader("HX-Request") == null
                && (accepted == null || accepted.contains("text/html") || accepted.startsWith("*/*"))
                && !request.getRequestURI().endsWith("/events");
    }

    /** An upload that was too large looks like a form without its token: the parts could not be read. */
    private static Exception stale(HttpServletRequest request) throws IOException {
        if (String.valueOf(request.getContentType()).startsWith("multipart/")) {
            try {
                request.getParts();
            } catch (IllegalStateException | ServletException tooLarge) {
                return tooLarge;
            }
        }
        return Problem.forbidden("access.problem.stalePage");
    }

    /** 401 for pieces of pages and for forms: nothing was done. */
    private static final class SignedOut extends Problem {
        SignedOut() {
            super(401, "access.problem.signedOut", List.of(), List.of());
        }
    }
}
