package org.redress.bench;

/** How much a run does, each settable by {@code -Dbench.<name>=…}; the defaults take a few minutes on two idle cores. */
final class Size {

    /** Cases of each side before anything is measured. */
    static final int WARM_UP = Integer.getInteger("bench.warmup", 200);
    /** Rounds, each of them first one side, then the other. */
    static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    /** Cases of each side a round. */
    static final int CASES = Integer.getInteger("bench.cases", 100);
    /** Clients that work at once. */
    static final int CLIENTS = Integer.getInteger("bench.clients", 4);
    /** Cases whose statements are counted. */
    static final int COUNTED = Integer.getInteger("bench.counted", 20);
    /** Seconds without any work before memory is read. */
    static final int REST_SECONDS = Integer.getInteger("bench.rest", 15);
    static final long SEED = Long.getLong("bench.seed", 20_260_302L);

    private Size() {
    }
}
