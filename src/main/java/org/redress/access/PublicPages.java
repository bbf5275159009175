package org.redress.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.redress.shared.web.ProblemPresenter;
import org.springframework.security.web.header.HeaderWriter;

/** Pages that customers open by a link: no search engine lists them, and their address is told to nobody, because it is the key. */
class PublicPages implements HeaderWriter {

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (ProblemPresenter.isPublic(request)) {
            response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
            response.setHeader("Referrer-Policy", "no-referrer");
        }
    }
}
