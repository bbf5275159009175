package org.redress.process;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.redress.callback.ServiceJob;
import org.redress.shared.Business;

/** What the chain's test itself knows of a job: whether it has to be picked, how often it was tried, and what was drawn as the answer. */
final class BostonLine {

    private static final int MOST_TRIES = 3;
    /** As domain.md wants it: what the sampling table says without VIP, warranty and teams of their own. */
    private static final Map<Business, Integer> RATES = Map.of(Business.ALTERATION, 100, Business.IGNITION, 100, Business.REPAIR, 100,
            Business.EMERGENCY_REPAIR, 100, Business.SAFETY_CHECK, 30, Business.COUNTER_SERVICE, 20, Business.METER_READING, 15);

    private final ServiceJob job;
    private final boolean picked;
    private int tries;
    private boolean reached;
    private @Nullable String rating;
    private boolean kept;
    private boolean complaint;

    BostonLine(ServiceJob job) {
        this.job = job;
        this.picked = bucket(String.valueOf(job.externalId())) < RATES.get(job.business()) * 100L;
    }

    /** One try: answered or not, and if so what. */
    Map<String, Object> draw(Random random) {
        Map<String, Object> answers = new LinkedHashMap<>();
        tries++;
        reached = random.nextInt(100) < 72;
        answers.put("reached", reached);
        if (reached) {
            int grade = random.nextInt(100);
            rating = grade < 10 ? null : grade < 14 ? "EXCELLENT" : grade < 78 ? "GOOD" : grade < 86 ? "FAIR" : grade < 90 ? "PASS" : "FAIL";
            kept = random.nextInt(100) < 93;
            complaint = random.nextInt(100) < 4;
            answers.put("appointmentKept", kept);
            if (rating != null) {
                answers.put("rating", rating);
            }
            answers.put("complaint", complaint);
            if (complaint) {
                answers.put("complaintSummary", "Nobody told me when they would come");
            }
        }
        return answers;
    }

    ServiceJob job() {
        return job;
    }

    boolean due() {
        return picked;
    }

    boolean callable() {
        return job.customer() != null && job.customer().phone() != null;
    }

    int tries() {
        return tries;
    }

    boolean reached() {
        return reached;
    }

    @Nullable String rating() {
        return rating;
    }

    boolean kept() {
        return kept;
    }

    boolean lapsed() {
        return picked && callable() && !reached && tries < MOST_TRIES;
    }

    boolean rated(String... grades) {
        return reached && rating != null && List.of(grades).contains(rating);
    }

    boolean opensCase() {
        return reached && (complaint || "FAIL".equals(rating));
    }

    private static long bucket(String number) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(number.getBytes(StandardCharsets.UTF_8));
            return Integer.toUnsignedLong(ByteBuffer.wrap(hash).getInt()) % 10_000;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
