package org.redress.shared.web;

import jakarta.servlet.RequestDispatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Addresses that depend on the page being shown; templates call it as {@code @pageLinks}. */
@Component("pageLinks")
public class PageLinks {

    /**
     * This page in another language; the rest of the query stays, what was posted does not come into the address.
     *
     * @param tag language tag, "en" or "zh-CN"
     */
    public String inLanguage(String tag) {
        var here = current().replaceQueryParam("lang", tag).build();
        return here.getPath() + "?" + here.getQuery();
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
