package org.redress.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.redress.shared.web.Languages;
import org.redress.shared.web.PageWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The sign-in page once more, with the reason and the name that had been typed. */
@Component
class SignInPage {

    private final PageWriter pages;
    private final Languages languages;

    SignInPage(PageWriter pages, Languages languages) {
        this.pages = pages;
        this.languages = languages;
    }

    void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        var problem = SignInProblem.unauthorized(why);
        var page = new ModelAndView("access/login");
        page.addObject("problem", problem.key());
        page.addObject("problemArgs", problem.args().toArray());
        page.addObject("username", request.getParameter("username"));
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        pages.write(request, response, page, languages.resolveLocale(request));
    }
}
