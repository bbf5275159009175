package org.redress.callback.web;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.redress.callback.CallSettings;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** The address that makes the company's telephone system dial (CTI). */
@Component
class DialLink {

    private final CallSettings settings;

    DialLink(CallSettings settings) {
        this.settings = settings;
    }

    /** Null where no telephone system is set up, or there is no number. Digits only, and a leading plus. */
    @Nullable String address(@Nullable String phone, long callId) {
        if (settings.ctiUrl().isEmpty() || phone == null || phone.isBlank()) {
            return null;
        }
        String number = (phone.strip().startsWith("+") ? "+" : "") + phone.replaceAll("\\D", "");
        return settings.ctiUrl().replace("{phone}", UriUtils.encode(number, StandardCharsets.UTF_8))
                .replace("{call}", UriUtils.encode(String.valueOf(callId), StandardCharsets.UTF_8));
    }
}
