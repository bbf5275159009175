package org.redress.portal.web;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.redress.portal.TooManyTries;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Who asks too often is told when to come back. */
@ControllerAdvice(basePackageClasses = PortalAdvice.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PortalAdvice {

    private final PortalFrame frame;

    PortalAdvice(PortalFrame frame) {
        this.frame = frame;
    }

    @ExceptionHandler
    ModelAndView tooMany(TooManyTries tries, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tries.seconds()));
        Model model = new ExtendedModelMap();
        frame.fill(model, "/complain", request, response, locale);
        ModelAndView page = new ModelAndView("portal/too-many", model.asMap());
        page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
        return page;
    }
}
