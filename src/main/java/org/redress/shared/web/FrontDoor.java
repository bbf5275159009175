package org.redress.shared.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The outermost filter: names the request, and catches what the filters behind it throw. That is where a database that went away shows
 * first, because the session is read from it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FrontDoor extends OncePerRequestFilter {

    private final ObjectProvider<ProblemPresenter> presenter;

    FrontDoor(ObjectProvider<ProblemPresenter> presenter) {
        this.presenter = presenter;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var reference = RequestReference.give(request);
        response.setHeader(RequestReference.HEADER, reference);
        MDC.put("reference", reference);
        try {
            chain.doFilter(request, response);
        } catch (IOException gone) {
            throw gone; // the client left
        } catch (ServletException | RuntimeException thrown) {
            if (response.isCommitted()) {
                throw thrown;
            }
            presenter.getObject().write(request, response, thrown);
        } finally {
            MDC.remove("reference");
        }
    }
}
