package org.redress.insight;

/**
 * Lengths of work in classes that can be added: to the minute up to 20 minutes, from there on each class reaches 10 % further than the one
 * before. What is read from them is at most 5 % wrong.
 */
final class WorkLengths {

    /** Of a visit that was broken off: its length says nothing. */
    static final int BROKEN = -1;

    private static final int EXACT = 20;
    private static final double GROWS = 1.1;

    private WorkLengths() {
    }

    /** @param minutes negative counts as none */
    static int bucket(int minutes) {
        if (minutes <= EXACT) {
            return Math.max(0, minutes);
        }
        int bucket = EXACT + (int) Math.ceil(Math.log((double) minutes / EXACT) / Math.log(GROWS));
        return minutes <= upper(bucket - 1) ? bucket - 1 : minutes > upper(bucket) ? bucket + 1 : bucket;
    }

    /** Minutes that stand for a class: its middle, as ratios go. */
    static int minutes(int bucket) {
        return bucket <= EXACT ? bucket : (int) Math.round(upper(bucket) / Math.sqrt(GROWS));
    }

    private static double upper(int bucket) {
        return EXACT * Math.pow(GROWS, bucket - EXACT);
    }
}
