package org.redress.shared.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the container refuses by itself (a malformed address, a body too large) is told in the same words as everything else. */
@Controller
class ContainerErrors implements ErrorController {

    private final ProblemPresenter presenter;

    ContainerErrors(ProblemPresenter presenter) {
        this.presenter = presenter;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return presenter.present(request, status instanceof Integer code ? code : 404);
    }
}
