package org.redress.process.gate;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
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
    private static final int AT_ONCE = 4;
    /** Parsers go one call deeper with every bracket; the depth is bounded, and this leaves room for it. */
    private static final long STACK = 4 << 20;
    private static final ThreadPoolExecutor WORKERS = new ThreadPoolExecutor(0, AT_ONCE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
        var thread = new Thread(null, task, "model-trial", STACK);
        thread.setDaemon(true);
        return thread;
    });

    private TimeLimit() {
    }

    /**
     * @param limit time of the processor
     * @return empty when it took longer, or grew deeper than the stack
     * @throws RuntimeException what the work itself throws
     */
    public static <T> Optional<T> within(Duration limit, Supplier<T> work) {
        var used = new AtomicReference<LongSupplier>(() -> 0);
        Future<T> running;
        try {
            running = WORKERS.submit(() -> {
                used.set(processorTime(Thread.currentThread().getId()));
                return work.get();
            });
        } catch (RejectedExecutionException e) {
            return Optional.empty();
        }
        try {
            return await(running, used, limit);
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

    private static <T> Optional<T> await(Future<T> running, AtomicReference<LongSupplier> used, Duration limit) throws InterruptedException, ExecutionException {
        long latest = System.nanoTime() + limit.toNanos() * PATIENCE;
        Optional<T> done = glance(running);
        while (done.isEmpty() && System.nanoTime() < latest && used.get().getAsLong() < limit.toNanos()) {
            done = glance(running);
        }
        if (done.isEmpty()) {
            running.cancel(true);
        }
        return done;
    }

    private static <T> Optional<T> glance(Future<T> running) throws InterruptedException, ExecutionException {
        try {
            return Optional.of(running.get(GLANCE_MILLIS, TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        }
    }

    /** Nanoseconds that the thread has worked from now on. */
    private static LongSupplier processorTime(long thread) {
        long before = THREADS.getThreadCpuTime(thread);
        return () -> THREADS.getThreadCpuTime(thread) - before;
    }
}
