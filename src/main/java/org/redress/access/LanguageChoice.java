package org.redress.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.redress.shared.CurrentActor;
import org.redress.shared.web.Languages;
import org.redress.shared.web.ProblemPresenter;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** {@code ?lang=} on any page: this browser keeps it, and so does the account of who is signed in. */
@Component
class LanguageChoice implements HandlerInterceptor, WebMvcConfigurer {

    private final Languages languages;
    private final AccountStore accounts;
    private final CurrentActor current;

    LanguageChoice(Languages languages, AccountStore accounts, CurrentActor current) {
        this.languages = languages;
        this.accounts = accounts;
        this.current = current;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var chosen = request.getQueryString() == null ? null : Languages.parse(request.getParameter(Languages.PARAMETER));
        if (chosen != null && !ProblemPresenter.isApi(request)) {
            languages.remember(response, chosen);
            if (!current.get().isSystem()) {
                accounts.setLanguage(current.get().username(), Languages.tag(chosen));
            }
        }
        return true;
    }
}
