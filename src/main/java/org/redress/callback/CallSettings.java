package org.redress.callback;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the call programme.
 *
 * @param callsAMonth  what one agent makes in a month without absence, as "2200..2500" (CB-05)
 * @param ctiUrl       address that makes the telephone system dial, with {phone} and {call} in it; empty for none
 * @param away         an agent without a sign of work for so long loses the calls they hold
 * @param promiseGrace how late a promised call may be and still counts as kept
 */
@ConfigurationProperties("redress.callback")
public record CallSettings(@DefaultValue("2200..2500") String callsAMonth, @DefaultValue("") String ctiUrl,
        @DefaultValue("20m") Duration away, @DefaultValue("30m") Duration promiseGrace) {

    public CallSettings {
        if (!callsAMonth.matches("\\d{1,6}\\.\\.\\d{1,6}") || least(callsAMonth) > most(callsAMonth)) {
            throw new IllegalArgumentException("redress.callback.calls-a-month is written like 2200..2500, not " + callsAMonth);
        }
        if (!ctiUrl.isEmpty() && !ctiUrl.matches("https?://[^\\s{}]+([{](phone|call)[}][^\\s{}]*)+")) {
            throw new IllegalArgumentException("redress.callback.cti-url is an http or https address with {phone} or {call} in it, not " + ctiUrl);
        }
    }

    public int leastCalls() {
        return least(callsAMonth);
    }

    public int mostCalls() {
        return most(callsAMonth);
    }

    private static int least(String range) {
        return Integer.parseInt(range.substring(0, range.indexOf("..")));
    }

    private static int most(String range) {
        return Integer.parseInt(range.substring(range.indexOf("..") + 2));
    }
}
