package org.redress.callback;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Picks jobs by their number alone (抽样): the same import twice, on another machine, in another order, picks the same jobs, and a
 * higher rate keeps every job that a lower one picked.
 */
public final class Sampling {

    private static final int BUCKETS = 10_000;
    private static final int BUCKETS_A_PERCENT = BUCKETS / 100;

    private Sampling() {
    }

    /** @param percent 0 picks none, 100 all */
    public static boolean picks(String externalId, int percent) {
        return bucket(externalId) < percent * BUCKETS_A_PERCENT;
    }

    private static long bucket(String externalId) {
        byte[] hash = sha256().digest(externalId.getBytes(StandardCharsets.UTF_8));
        return Integer.toUnsignedLong(ByteBuffer.wrap(hash).getInt()) % BUCKETS;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
