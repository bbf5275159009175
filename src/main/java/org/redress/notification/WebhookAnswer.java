package org.redress.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the other side of a webhook answered.
 *
 * @param retryAfter value of that header; null without one
 * @param body       its beginning
 */
record WebhookAnswer(int status, @Nullable String retryAfter, String body) {

    /** 钉钉 130101 and 企业微信 45009: too many messages a minute. */
    private static final Set<Integer> TOO_FAST = Set.of(130101, 45009);
    /** A body that is wrong stays wrong; anything else that is refused is a matter of the channel's address or secret. */
    private static final Set<Integer> BODY_REFUSED = Set.of(400, 409, 413, 415, 422);
    private static final Set<Integer> TRY_AGAIN = Set.of(408, 425);
    private static final int TOO_MANY = 429;

    Outcome read(WebhookShape shape, ObjectMapper json) {
        var said = status + " " + body;
        if (status == TOO_MANY) {
            return Outcome.away(Trouble.CHANNEL_BUSY, said, wait(retryAfter));
        }
        if (status >= 500 || TRY_AGAIN.contains(status)) {
            return Outcome.away(Trouble.CHANNEL_AWAY, said, wait(retryAfter));
        }
        if (BODY_REFUSED.contains(status)) {
            return Outcome.never(Trouble.CHANNEL_REFUSED, said);
        }
        if (status < 200 || status >= 300) {
            return Outcome.away(Trouble.CHANNEL_REFUSED, said);
        }
        int error = shape.answersWithErrorCode() ? errorCode(json) : 0;
        if (error == 0) {
            return Outcome.SENT;
        }
        return Outcome.away(TOO_FAST.contains(error) ? Trouble.CHANNEL_BUSY : Trouble.CHANNEL_REFUSED, body);
    }

    /** A chat that answers without one has taken it. */
    private int errorCode(ObjectMapper json) {
        try {
            var answer = json.readTree(body);
            return answer == null ? 0 : answer.path("errcode").asInt(0);
        } catch (JsonProcessingException e) {
            return 0;
        }
    }

    private static @Nullable Duration wait(@Nullable String seconds) {
        return seconds != null && seconds.strip().matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(seconds.strip())) : null;
    }
}
