package org.redress.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends what waits in the outbox: takes messages in one transaction, sends them in none, notes what came of each in another. A node that dies
 * between sending and noting leaves a message that is sent again under the same key: at least once on the wire, once for whoever reads the key.
 */
@Component
class Dispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    /** No attempt lasts longer; one that would outlive its lease is not begun. */
    private static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(45);

    private final OutboxStore store;
    private final Outlets outlets;
    private final List<Transport> transports;
    private final WebhookStore webhooks;
    private final MessageSettings settings;
    private final Backoff backoff;
    private final Clock clock;

    Dispatcher(OutboxStore store, Outlets outlets, List<Transport> transports, WebhookStore webhooks, MessageSettings settings, Backoff backoff,
            Clock clock) {
        this.store = store;
        this.outlets = outlets;
        this.transports = List.copyOf(transports);
        this.webhooks = webhooks;
        this.settings = settings;
        this.backoff = backoff;
        this.clock = clock;
    }

    /** Ways out with something to carry now. */
    List<String> busy() {
        return outlets.busy(quiet());
    }

    /** Carries what may go this way now. @return how many messages were tried */
    int serve(String outlet) {
        var claimed = store.claim(outlet, perMinute(outlet), quiet());
        boolean away = false;
        boolean told = false;
        int tried = 0;
        for (Outgoing message : claimed) {
            if (away || outOfTime(message)) {
                store.release(message);
                continue;
            }
            tried++;
            var outcome = attempt(message);
            away = outcome.kind() == Outcome.Kind.AWAY;
            if (outcome.isAnswer() && !told) {
                outlets.healthy(outlet); // it answers, be it to refuse one message
                told = true;
            }
        }
        return tried;
    }

    private Outcome attempt(Outgoing message) {
        var sent = carry(message);
        var outcome = sent.outcome();
        switch (outcome.kind()) {
            case SENT -> {
                if (!store.sent(message, sent.subject(), sent.body())) {
                    LOG.warn("Message {} was sent, but took longer than its lease; it may go out again under the same key", message.key());
                }
            }
            case LATER -> store.later(message, outcome, clock.instant().plus(backoff.after(message.attempts(), settings.longestRetry())));
            case NEVER -> {
                LOG.info("Message {} is undeliverable: {} {}", message.key(), outcome.trouble(), outcome.detail());
                store.never(message, outcome);
            }
            case AWAY -> away(message, outcome);
        }
        return outcome;
    }

    private void away(Outgoing message, Outcome outcome) {
        var trouble = outcome.trouble() == null ? Trouble.FAULT : outcome.trouble();
        LOG.info("Nothing goes out by {}: {} {}", message.outlet(), trouble, outcome.detail());
        store.later(message, outcome, clock.instant().plus(backoff.after(message.attempts(), settings.longestRetry())));
        outlets.away(message.outlet(), trouble, outcome.detail(), outcome.askedWait());
        int over = store.giveUp(message.outlet());
        if (over > 0) {
            LOG.warn("{} messages are undeliverable: {} {}", over, trouble, outcome.detail());
        }
    }

    private Transport.Sent carry(Outgoing message) {
        try {
            return transports.stream().filter(each -> each.carries(message.outlet())).findFirst()
                    .orElseThrow(() -> new IllegalStateException("Nothing carries " + message.outlet())).send(message);
        } catch (RuntimeException e) {
            LOG.error("Message {} could not be made or sent", message.key(), e);
            return Transport.Sent.not(Outcome.later(Trouble.FAULT, String.valueOf(e.getMessage())));
        }
    }

    private boolean outOfTime(Outgoing message) {
        return clock.instant().plus(LONGEST_ATTEMPT).isAfter(message.leasedUntil());
    }

    private boolean quiet() {
        return settings.quietAt(LocalTime.ofInstant(clock.instant(), clock.getZone()));
    }

    private int perMinute(String outlet) {
        return Outlets.isHook(outlet) ? webhooks.find(Outlets.channel(outlet)).map(WebhookChannel::perMinute).orElse(1) : settings.mailPerMinute();
    }
}
