package org.redress.studio;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;

import org.redress.shared.Actor;
import org.redress.shared.CurrentActor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Releases whose time has come, or has passed. Every node looks; each release is locked while one of them acts. */
@Component
class ReleaseTimer {

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseTimer.class);

    private final JdbcClient jdbc;
    private final ReleaseBook book;
    private final ReleaseRequests requests;
    private final ReleaseSteps steps;
    private final TransactionTemplate transaction;
    private final CurrentActor actors;
    private final Clock clock;

    ReleaseTimer(JdbcClient jdbc, ReleaseBook book, ReleaseRequests requests, ReleaseSteps steps, PlatformTransactionManager transactions, CurrentActor actors,
            Clock clock) {
        this.jdbc = jdbc;
        this.book = book;
        this.requests = requests;
        this.steps = steps;
        this.transaction = new TransactionTemplate(transactions);
        this.actors = actors;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10S")
    void look() {
        due();
    }

    int due() {
        Timestamp now = Timestamp.from(clock.instant());
        int acted = 0;
        for (long id : jdbc.sql("""
                select id from model_release where state = 'APPROVED' and not_before <= :now or state in ('SUBMITTED', 'APPROVED') and not_after <= :now
                 order by id""").param("now", now).query(Long.class).list()) {
            if (actors.callAs(Actor.system("timer"), () -> act(id))) {
                acted++;
            }
        }
        return acted;
    }

    private boolean act(long id) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> locked(id)));
        } catch (ModelsRefused refused) {
            LOG.warn("Release {} was approved, but cannot come into force: {}", id, refused.findings());
            return Boolean.TRUE.equals(transaction.execute(status -> refused(id)));
        } catch (RuntimeException e) {
            LOG.error("Release {} did not come into force; it is tried again", id, e);
            return false;
        }
    }

    private boolean locked(long id) {
        book.alone();
        Release release = book.lock(id).orElseThrow();
        Instant from = release.notBefore();
        if (!release.state().isOpen()) {
            return false;
        }
        if (steps.isTooLate(release)) {
            steps.failed(release, "expired");
        } else if (release.state() == ReleaseState.SUBMITTED || from != null && from.isAfter(clock.instant())) {
            return false;
        } else if (!requests.moved(release).isEmpty()) {
            steps.failed(release, "moved");
        } else {
            steps.inForce(release);
        }
        return true;
    }

    private boolean refused(long id) {
        Release release = book.lock(id).orElseThrow();
        if (release.state().isOpen()) {
            steps.failed(release, "refused");
        }
        return true;
    }
}
