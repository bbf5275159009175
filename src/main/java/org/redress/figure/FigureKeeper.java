package org.redress.figure;

import java.time.ZoneId;
import java.util.List;

import org.redress.deadline.Calendars;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts what has changed, a batch a transaction. Which rows changed is noted in the transaction that changes them, and taken out in the one
 * that counts them, so nothing is counted twice or forgotten, whoever dies when.
 */
@Component
class FigureKeeper implements FigureUpkeep {

    /** About a second's work. */
    private static final int AT_ONCE = 20_000;
    /** A reader waits for so much to be counted; while more is coming in, a figure is as old as the line is long. */
    private static final int FOR_A_READER = AT_ONCE;
    private static final int LONG_WORK_SECONDS = 900;

    private final FactStore store;
    private final Calendars calendars;
    private final TransactionTemplate transaction;
    private final TransactionTemplate longTransaction;
    private final boolean run;

    FigureKeeper(FactStore store, Calendars calendars, PlatformTransactionManager transactions, @Value("${redress.figures.run:true}") boolean run) {
        this.store = store;
        this.calendars = calendars;
        this.transaction = own(transactions);
        this.longTransaction = own(transactions);
        this.longTransaction.setTimeout(LONG_WORK_SECONDS);
        this.run = run;
        this.transaction.executeWithoutResult(status -> sameZone());
    }

    private static TransactionTemplate own(PlatformTransactionManager transactions) {
        TransactionTemplate template = new TransactionTemplate(transactions);
        template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return template;
    }

    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT3S")
    void inTheBackground() {
        if (run) {
            catchUp();
        }
    }

    @Override
    public void catchUp() {
        boolean more = store.waiting(1) > 0 || !store.zone().equals(zone().getId());
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(status -> step()));
        }
    }

    /** What has become nothing takes room, no more: once an hour is enough. */
    @Scheduled(initialDelayString = "PT20M", fixedDelayString = "PT1H")
    void tidy() {
        if (run) {
            transaction.executeWithoutResult(status -> {
                store.alone();
                store.tidy();
            });
        }
    }

    @Override
    public long waiting() {
        return store.waiting(Integer.MAX_VALUE);
    }

    /** Before a figure is read. */
    void catchUpForReader() {
        if (store.waiting(FOR_A_READER + 1) <= FOR_A_READER) {
            catchUp();
        }
    }

    /** Counts everything anew, whatever stands in facts and sums; figures can be read meanwhile. */
    void rebuild() {
        longTransaction.executeWithoutResult(status -> store.noteAll());
        catchUp();
        longTransaction.executeWithoutResult(status -> {
            store.alone();
            store.addUp();
        });
    }

    ZoneId zone() {
        return calendars.current().zone();
    }

    /** @return whether there may be more */
    private boolean step() {
        store.alone();
        sameZone();
        List<FactStore.Changed> changed = store.take(AT_ONCE);
        String zone = store.zone();
        for (Subject subject : List.of(Subject.JOB, Subject.EVALUATION, Subject.CASE)) {
            store.count(subject, changed.stream().filter(row -> row.subject() == subject.number()).map(FactStore.Changed::id).toList(), zone);
        }
        return !changed.isEmpty();
    }

    /** The company moved, or this is the first start: every day is cut anew. */
    private void sameZone() {
        String now = zone().getId();
        String before = store.zone();
        if (!before.equals(now)) {
            store.zone(now);
            if (!before.isEmpty()) {
                store.noteAll();
            }
        }
    }
}
