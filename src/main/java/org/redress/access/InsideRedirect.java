package org.redress.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.springframework.security.web.RedirectStrategy;

/** Back to the page that was asked for, by path and query only: its address comes from a cookie, and a cookie can be forged. */
final class InsideRedirect implements RedirectStrategy {

    @Override
    public void sendRedirect(HttpServletRequest request, HttpServletResponse response, String url) throws IOException {
        var context = request.getContextPath();
        response.sendRedirect(response.encodeRedirectURL(context + inside(context, url)));
    }

    /** @return path and query below the context, / for what does not lie there */
    static String inside(String context, String url) {
        try {
            var address = new URI(url);
            var path = address.getRawPath();
            if (path == null || address.isAbsolute() && !path.startsWith(context + "/")) {
                return "/";
            }
            var within = address.isAbsolute() ? path.substring(context.length()) : path;
            if (!within.startsWith("/") || within.startsWith("//")) {
                return "/";
            }
            return address.getRawQuery() == null ? within : within + "?" + address.getRawQuery();
        } catch (URISyntaxException e) {
            return "/";
        }
    }
}
