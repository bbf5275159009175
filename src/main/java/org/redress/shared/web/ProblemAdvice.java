package org.redress.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Every exception that leaves a controller, or that kept one from being reached. */
@ControllerAdvice
class ProblemAdvice {

    private final ProblemPresenter presenter;

    ProblemAdvice(ProblemPresenter presenter) {
        this.presenter = presenter;
    }

    @ExceptionHandler
    @Nullable Object handle(Exception thrown, HttpServletRequest request, HttpServletResponse response) {
        if (thrown instanceof AccessDeniedException) {
            return presenter.present(request, 403);
        }
        if (response.isCommitted() || thrown instanceof AsyncRequestNotUsableException || thrown instanceof ClientAbortException) {
            return null; // nobody is listening any more
        }
        return presenter.present(request, thrown);
    }
}
