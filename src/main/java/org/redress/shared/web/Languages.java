package org.redress.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The two languages of the house. A page is shown in the one of {@code ?lang=}, else the one this browser was last shown, else the
 * first of the browser's wishes that we speak, else English. Calls to the API say what they want in Accept-Language.
 */
@Component("localeResolver")
public class Languages implements LocaleResolver {

    /** Query parameter that changes the language. */
    public static final String PARAMETER = "lang";

    private static final String COOKIE = "language";

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        var asked = parse(request.getQueryString() == null ? null : request.getParameter(PARAMETER));
        if (asked != null) {
            return asked;
        }
        var cookie = WebUtils.getCookie(request, COOKIE);
        var kept = parse(cookie == null ? null : cookie.getValue());
        return kept != null ? kept : wished(request);
    }

    private static Locale wished(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null) {
            for (Locale wish : Collections.list(request.getLocales())) {
                var spoken = parse(wish.getLanguage());
                if (spoken != null) {
                    return spoken;
                }
            }
        }
        return Locale.ENGLISH;
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response != null && locale != null) {
            remember(response, locale);
        }
    }

    /** This browser is shown the language from now on. */
    public void remember(HttpServletResponse response, Locale locale) {
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(COOKIE, tag(locale))
                .path("/").httpOnly(true).sameSite("Lax").maxAge(Duration.ofDays(365)).build().toString());
    }

    /** "zh-CN" or "en". */
    public static String tag(Locale locale) {
        return locale.getLanguage().equals("zh") ? "zh-CN" : "en";
    }

    /** The language of a tag such as "zh-CN", "zh" or "en-GB"; null when we do not speak it. */
    public static @Nullable Locale parse(@Nullable String tag) {
        if (tag == null) {
            return null;
        }
        return switch (Locale.forLanguageTag(tag).getLanguage()) {
            case "zh" -> Locale.SIMPLIFIED_CHINESE;
            case "en" -> Locale.ENGLISH;
            default -> null;
        };
    }
}
