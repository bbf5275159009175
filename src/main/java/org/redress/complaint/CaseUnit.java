package org.redress.complaint;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The cases that the running transaction has in hand: each is read once, and written once just before the commit, so that a step of
 * several acts costs no more statements than one.
 */
final class CaseUnit implements TransactionSynchronization {

    private final CaseWriter writer;
    /** Written in the order of their ids: two transactions with the same cases wait for each other instead of locking up. */
    private final Map<Long, Complaint> cases = new TreeMap<>();
    private boolean written;

    private CaseUnit(CaseWriter writer) {
        this.writer = writer;
    }

    static CaseUnit current(CaseWriter writer) {
        CaseUnit bound = (CaseUnit) TransactionSynchronizationManager.getResource(writer);
        if (bound == null) {
            bound = new CaseUnit(writer);
            TransactionSynchronizationManager.registerSynchronization(bound);
            TransactionSynchronizationManager.bindResource(writer, bound);
        }
        return bound;
    }

    Optional<Complaint> find(long id) {
        return Optional.ofNullable(cases.get(id));
    }

    void keep(Complaint complaint) {
        cases.put(complaint.record().facts().id(), complaint);
    }

    /** Something changed; where the last moment before the commit has passed already it is written at once. */
    void changed(Complaint complaint) {
        if (written) {
            write(complaint);
        }
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResource(writer);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(writer, this);
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        written = true;
        cases.values().forEach(this::write);
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(writer);
    }

    private void write(Complaint complaint) {
        if (complaint.record().isDirty()) {
            writer.write(complaint.record());
        }
    }
}
