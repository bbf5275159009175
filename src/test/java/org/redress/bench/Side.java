package org.redress.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** One of the two that are compared: takes a case from its first word to its end. */
interface Side extends AutoCloseable {

    void oneCase(Story story) throws Exception;

    @Override
    void close();

    /** @return seconds for all the cases, worked on by several at once */
    default double seconds(AtomicInteger next, int cases, int clients) throws Exception {
        var pool = Executors.newFixedThreadPool(clients);
        try {
            var left = new AtomicInteger(cases);
            List<Callable<Void>> workers = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                workers.add(() -> {
                    while (left.getAndDecrement() > 0) {
                        oneCase(Story.number(next.getAndIncrement()));
                    }
                    return null;
                });
            }
            long begin = System.nanoTime();
            for (var worker : pool.invokeAll(workers)) {
                worker.get();
            }
            return (System.nanoTime() - begin) / 1e9;
        } catch (ExecutionException e) {
            throw new AssertionError("A case did not reach its end", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
