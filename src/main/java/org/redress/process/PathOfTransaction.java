package org.redress.process;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.redress.complaint.ComplaintLifecycle.PathStep;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Elements entered and left in the running transaction; handed over in one go just before the commit. */
final class PathOfTransaction implements TransactionSynchronization {

    private final Map<String, PathStep> steps = new LinkedHashMap<>();
    private final Consumer<List<PathStep>> receiver;

    private PathOfTransaction(Consumer<List<PathStep>> receiver) {
        this.receiver = receiver;
    }

    /** @param first told when this is the first element of the transaction */
    static PathOfTransaction current(Runnable first, Consumer<List<PathStep>> receiver) {
        PathOfTransaction bound = (PathOfTransaction) TransactionSynchronizationManager.getResource(PathOfTransaction.class);
        if (bound == null) {
            bound = new PathOfTransaction(receiver);
            TransactionSynchronizationManager.bindResource(PathOfTransaction.class, bound);
            TransactionSynchronizationManager.registerSynchronization(bound);
            first.run();
        }
        return bound;
    }

    void entered(long caseId, String definitionId, String instanceId, String elementId, Instant at) {
        steps.put(instanceId, new PathStep(caseId, definitionId, instanceId, elementId, at, null, false));
    }

    void left(long caseId, String definitionId, String instanceId, String elementId, Instant at, boolean canceled) {
        PathStep entered = steps.get(instanceId);
        Instant enteredAt = entered == null ? null : entered.enteredAt();
        steps.put(instanceId, new PathStep(caseId, definitionId, instanceId, elementId, enteredAt, at, canceled));
    }

    /** Before the case itself is written. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        if (!steps.isEmpty()) {
            receiver.accept(List.copyOf(steps.values()));
        }
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(PathOfTransaction.class);
    }
}
