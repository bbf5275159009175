package org.redress.process.gate;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Runs what a designer wrote beside the caller, who goes on when it takes too long. The second net behind the bounds of {@link FeelGrammar}: a
 * running evaluation cannot be stopped from outside, so only a few may run at once, and the caller is told "no" while they all hang.
 */
public final class TimeLimit {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    /** The limit is one of the processor, so that a busy machine does not make a good model a bad one; by the clock it may take this often as long. */
    private static final int PATIENCE = 20;
    private static final long GLANCE_MILLIS = 20;
    private static final Semaphore AT_ONCE = new Semaphore(4);
    /** Parsers go one call deeper with every bracket; the depth is bounded, and this leaves room for it. */
    private static final long STACK = 4 << 20;

    private TimeLimit() {
    }

    /**
     * @param limit time of the processor
     * @return empty when it took longer, or grew deeper than the stack
     * @throws RuntimeException what the work itself throws
     */
    public static <T> Optional<T> within(Duration limit, Supplier<T> work) {
        long latest = System.nanoTime() + limit.toNanos() * PATIENCE;
        try {
            return AT_ONCE.tryAcquire(limit.toNanos() * PATIENCE, TimeUnit.NANOSECONDS) ? run(limit, latest, work) : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof StackOverflowError) {
                return Optional.empty();
            }
            throw new IllegalStateException("What a model says cannot be worked out", e.getCause());
        }
    }

    private static <T> Optional<T> run(Duration limit, long latest, Supplier<T> work) throws InterruptedException, ExecutionException {
        var running = new FutureTask<>(work::get);
        var worker = new Thread(null, () -> {
            try {
                running.run();
            } finally {
                AT_ONCE.release();
            }
        }, "model-trial", STACK);
        worker.setDaemon(true);
        worker.start();
        Optional<T> done = glance(running);
        while (done.isEmpty() && System.nanoTime() < latest && THREADS.getThreadCpuTime(worker.getId()) < limit.toNanos()) {
            done = glance(running);
        }
        if (done.isEmpty()) {
            running.cancel(true);
        }
        return done;
    }

    private static <T> Optional<T> glance(FutureTask<T> running) throws InterruptedException, ExecutionException {
        try {
            return Optional.of(running.get(GLANCE_MILLIS, TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        }
    }
}
