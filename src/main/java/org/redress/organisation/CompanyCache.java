package org.redress.organisation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The company in memory: every request asks who somebody is, hardly anybody changes. A change on this node is seen at once, one on
 * another node after {@link #AGE} at the latest.
 */
@Component
class CompanyCache {

    static final Duration AGE = Duration.ofSeconds(30);

    private final CompanyStore store;
    private final Clock clock;
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable Entry kept;

    CompanyCache(CompanyStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    Company get() {
        if (TransactionSynchronizationManager.hasResource(this)) {
            return store.load(); // this transaction changed something that nobody else may see yet
        }
        Entry entry = kept;
        Instant now = clock.instant();
        if (entry == null || now.isBefore(entry.at()) || now.isAfter(entry.at().plus(AGE))) {
            entry = load(now, store::load);
        }
        return entry.company();
    }

    private Entry load(Instant now, Supplier<Company> source) {
        long before = changes.get();
        var entry = new Entry(source.get(), now);
        if (before == changes.get()) {
            kept = entry;
        }
        return entry;
    }

    /** Called after a write: forgets what is kept when the transaction has ended, however it ended. */
    void changed() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            forget();
        } else if (!TransactionSynchronizationManager.hasResource(this)) {
            TransactionSynchronizationManager.bindResource(this, true);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void suspend() {
                    TransactionSynchronizationManager.unbindResource(CompanyCache.this);
                }

                @Override
                public void resume() {
                    TransactionSynchronizationManager.bindResource(CompanyCache.this, true);
                }

                @Override
                public void afterCompletion(int status) {
                    TransactionSynchronizationManager.unbindResourceIfPossible(CompanyCache.this);
                    forget();
                }
            });
        }
    }

    private void forget() {
        changes.incrementAndGet();
        kept = null;
    }

    private record Entry(Company company, Instant at) {
    }
}
