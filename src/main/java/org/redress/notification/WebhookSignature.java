package org.redress.notification;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Proves to the other side that a call is ours and fresh: HMAC-SHA256 under the secret of the channel. */
final class WebhookSignature {

    private static final String HMAC = "HmacSHA256";

    private WebhookSignature() {
    }

    /** Value of the header: {@code sha256=} and the HMAC, in hex, of the seconds of the epoch, a dot and the body. */
    static String header(String secret, Instant at, String body) {
        return "sha256=" + HexFormat.of().formatHex(hmac(secret, at.getEpochSecond() + "." + body));
    }

    /** As DingTalk wants it: in the query, over the milliseconds and the secret. */
    static String dingTalkQuery(String secret, Instant at) {
        var signed = Base64.getEncoder().encodeToString(hmac(secret, at.toEpochMilli() + "\n" + secret));
        return "timestamp=" + at.toEpochMilli() + "&sign=" + URLEncoder.encode(signed, StandardCharsets.UTF_8);
    }

    private static byte[] hmac(String secret, String text) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
