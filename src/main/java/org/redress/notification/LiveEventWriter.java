package org.redress.notification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.redress.shared.LivePageEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Gathers what a transaction has to tell and writes it last, once for each thing that changed. */
@Component
class LiveEventWriter {

    private final LiveEventStore store;

    LiveEventWriter(LiveEventStore store) {
        this.store = store;
    }

    @EventListener
    void changed(LivePageEvent event) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            store.write(List.of(event));
            return;
        }
        var gathered = TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Gathered.class::isInstance).map(Gathered.class::cast).findFirst().orElse(null);
        if (gathered == null) {
            gathered = new Gathered(store);
            TransactionSynchronizationManager.registerSynchronization(gathered);
        }
        gathered.add(event);
    }

    private static final class Gathered implements TransactionSynchronization, Ordered {

        private final Map<String, LivePageEvent> events = new LinkedHashMap<>();
        private final LiveEventStore store;

        Gathered(LiveEventStore store) {
            this.store = store;
        }

        void add(LivePageEvent event) {
            events.merge(event.topic() + ":" + event.ref(), event, (one, other) -> one.version() > other.version() ? one : other);
        }

        /** Whoever else writes before the commit may still have something to tell. */
        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            if (!readOnly && !events.isEmpty()) {
                store.write(events.values());
                events.clear();
            }
        }
    }
}
