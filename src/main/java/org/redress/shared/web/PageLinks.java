package org.redress.shared.web;

import jakarta.servlet.RequestDispatcher;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;

/** Addresses that depend on the page being shown; templates call it as {@code @pageLinks}. */
@Component("pageLinks")
public class PageLinks {

    /**
     * This page in another language; the rest of the query stays, what was posted does not come into the address. A page that answers a
     * sent form may have an address that cannot be opened: then it is the page the form stands on.
     *
     * @param tag language tag, "en" or "zh-CN"
     */
    public String inLanguage(String tag) {
        var here = openable().replaceQueryParam("lang", tag).build();
        return here.getPath() + "?" + here.getQuery();
    }

    private static UriComponentsBuilder openable() {
        var request = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        if (HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod())) {
            return current();
        }
        var from = sameHost(request.getHeader(HttpHeaders.REFERER), current().build());
        if (from == null) {
            return ServletUriComponentsBuilder.fromCurrentContextPath().path("/");
        }
        return UriComponentsBuilder.newInstance().path(from.getRawPath()).query(from.getRawQuery());
    }

    private static @Nullable URI sameHost(@Nullable String referer, UriComponents here) {
        if (referer == null) {
            return null;
        }
        try {
            var from = new URI(referer);
            var path = from.getRawPath();
            // "//elsewhere" would be another host
            return path != null && path.startsWith("/") && !path.startsWith("//") && from.getPort() == here.getPort()
                    && String.valueOf(here.getHost()).equalsIgnoreCase(from.getHost()) ? from : null;
        } catch (URISyntaxException e) {
            return null; // whatever it was, no page of ours
        }
    }

    /** Whether the page shown is the one at the path (without the context path). */
    public boolean shows(String path) {
        var here = current().build().getPath();
        var root = ServletUriComponentsBuilder.fromCurrentContextPath().build().getPath();
        return (root == null ? path : root + path).equals(here);
    }

    // an error page is drawn under an address of its own: what the person asked for is the page
    private static ServletUriComponentsBuilder current() {
        var builder = ServletUriComponentsBuilder.fromCurrentRequest();
        var asked = RequestContextHolder.currentRequestAttributes()
                .getAttribute(RequestDispatcher.ERROR_REQUEST_URI, RequestAttributes.SCOPE_REQUEST);
        if (asked instanceof String path) {
            builder.replacePath(path);
        }
        return builder;
    }
}
