package org.redress.notification;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets the dispatcher work on threads of its own, so that a mail server that keeps us waiting holds up neither the engine nor another way out. */
@Component
@ConditionalOnProperty(name = "redress.messages.run", havingValue = "true", matchIfMissing = true)
class OutboxWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxWorker.class);
    private static final int STOP_SECONDS = 10;

    private final Dispatcher dispatcher;
    private final OutboxStore store;
    private final BellNotes notes;
    private final MailTransport mail;
    private final Outlets outlets;
    private final MessageSettings settings;
    private final Set<String> served = ConcurrentHashMap.newKeySet();
    private volatile @Nullable ScheduledExecutorService pool;

    OutboxWorker(Dispatcher dispatcher, OutboxStore store, BellNotes notes, MailTransport mail, Outlets outlets, MessageSettings settings) {
        this.dispatcher = dispatcher;
        this.store = store;
        this.notes = notes;
        this.mail = mail;
        this.outlets = outlets;
        this.settings = settings;
    }

    @Override
    public void start() {
        var started = Executors.newScheduledThreadPool(settings.threads() + 1, work -> {
            var thread = new Thread(work, "outbox");
            thread.setDaemon(true);
            return thread;
        });
        started.scheduleWithFixedDelay(this::look, settings.every().toMillis(), settings.every().toMillis(), TimeUnit.MILLISECONDS);
        started.execute(this::begin);
        pool = started;
    }

    /** A mail server that was missing before this start need not be waited for. */
    private void begin() {
        try {
            if (mail.hasServer()) {
                outlets.mailServerIsThere();
            }
        } catch (RuntimeException e) {
            LOG.warn("The outbox waits: {}", e.getMessage());
        }
    }

    @Override
    public void stop() {
        var running = pool;
        pool = null;
        if (running == null) {
            return;
        }
        running.shutdown();
        try {
            if (!running.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                running.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return pool != null;
    }

    private void look() {
        var running = pool;
        if (running == null) {
            return;
        }
        try {
            for (String outlet : dispatcher.busy()) {
                if (served.size() < settings.threads() && served.add(outlet)) {
                    running.execute(() -> serve(outlet));
                }
            }
        } catch (RejectedExecutionException e) {
            LOG.debug("The outbox is being stopped", e);
        } catch (RuntimeException e) {
            LOG.warn("The outbox waits: {}", e.getMessage());
        }
    }

    private void serve(String outlet) {
        try {
            dispatcher.serve(outlet);
        } catch (RuntimeException e) {
            LOG.warn("What waits for {} is tried again: {}", outlet, e.getMessage());
        } finally {
            served.remove(outlet);
        }
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT6H")
    void forget() {
        LOG.debug("{} old messages and {} old notes are forgotten", store.forget(), notes.forget());
    }
}
