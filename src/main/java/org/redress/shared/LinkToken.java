package org.redress.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** The secret part of a link that needs no sign-in: 192 random bits. What they hash to is all that may be kept. */
public record LinkToken(String text) {

    private static final int BYTES = 24;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{32}");
    private static final SecureRandom RANDOM = new SecureRandom();

    public static LinkToken fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new LinkToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Empty for anything that cannot be one of ours. */
    public static Optional<LinkToken> parse(String text) {
        return TOKEN.matcher(text).matches() ? Optional.of(new LinkToken(text)) : Optional.empty();
    }

    /** SHA-256, as the database keeps it. */
    public String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** It must not reach a log. */
    @Override
    public String toString() {
        return "LinkToken";
    }
}
