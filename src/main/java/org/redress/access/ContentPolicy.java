package org.redress.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.redress.shared.web.ProblemPresenter;
import org.springframework.security.web.header.HeaderWriter;

/**
 * What a page may load and run: our own files, and nothing written into the page. Pages that hold a form or a diagram of bpmn.io may set
 * style attributes besides, which those libraries do; the browsable API documentation brings style elements of its own.
 */
class ContentPolicy implements HeaderWriter {

    private static final String HEADER = "Content-Security-Policy";
    private static final String COMMON = "default-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self' data:; "
            + "object-src 'none'; frame-ancestors 'none'; form-action 'self'; base-uri 'self'; style-src 'self'";
    private static final String WITH_STYLE_ATTRIBUTES = COMMON + "; style-src-attr 'unsafe-inline'";
    private static final String WITH_STYLES = COMMON + " 'unsafe-inline'";
    private static final String DATA_ONLY = "default-src 'none'; frame-ancestors 'none'";

    private static final Pattern FORM_OR_DIAGRAM = Pattern.compile("/tasks(/.*)?|/callbacks/.+|/designer/questionnaires/[^/]+/versions/.+|/designer/changes/.+|/cases/(?!new$).+|/board/flow|/designer/releases/.+");

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (!response.containsHeader(HEADER)) {
            response.setHeader(HEADER, policy(request));
        }
    }

    private static String policy(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        if (ProblemPresenter.isApi(request)) {
            return DATA_ONLY;
        }
        if (path.startsWith("/swagger-ui")) {
            return WITH_STYLES;
        }
        return FORM_OR_DIAGRAM.matcher(path).matches() ? WITH_STYLE_ATTRIBUTES : COMMON;
    }
}
