package org.redress.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/** The short name under which a request is found in the log: shown on error pages, sent as {@code X-Request-Id}. */
public final class RequestReference {

    static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = RequestReference.class.getName();
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"; // none that are misread over the telephone
    private static final SecureRandom RANDOM = new SecureRandom();

    private RequestReference() {
    }

    /** Null outside a request that came through the front door. */
    public static @Nullable String of(HttpServletRequest request) {
        return (String) request.getAttribute(ATTRIBUTE);
    }

    static String give(HttpServletRequest request) {
        var known = of(request);
        if (known != null) {
            return known;
        }
        var made = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            made.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        request.setAttribute(ATTRIBUTE, made.toString());
        return made.toString();
    }
}
