package org.redress.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.ViewResolver;

/** Renders a page from a filter, where no controller has been reached. */
@Component
public class PageWriter {

    private final ViewResolver views;
    private final Languages languages;

    PageWriter(@Qualifier("thymeleafViewResolver") ViewResolver views, Languages languages) {
        this.views = views;
        this.languages = languages;
    }

    /** The status of the response is left as it is. */
    public void write(HttpServletRequest request, HttpServletResponse response, ModelAndView page, Locale locale) throws IOException {
        var before = RequestContextHolder.getRequestAttributes();
        var localeBefore = LocaleContextHolder.getLocaleContext();
        try {
            request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, languages);
            RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request, response));
            LocaleContextHolder.setLocale(locale);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            var name = String.valueOf(page.getViewName());
            var view = views.resolveViewName(name, locale);
            if (view == null) {
                throw new IllegalStateException("No page " + name);
            }
            view.render(page.getModel(), request, response);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            RequestContextHolder.setRequestAttributes(before);
            LocaleContextHolder.setLocaleContext(localeBefore);
        }
    }
}
