package org.redress.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.redress.shared.Problem;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Counts the steps that models take in one transaction. A loop that no check foresaw would go on until the memory is full and take the whole
 * application with it; here it ends, and nothing of it is kept.
 */
final class StepLimit implements ExecutionListener {

    /** Far more than any case takes between two waits. */
    static final int OF_ONE_CASE = 5_000;
    /** Hundreds of jobs come in with one command. */
    static final int OF_ALL = 100_000;

    @Override
    public void notify(DelegateExecution execution) {
        if (TransactionSynchronizationManager.isSynchronizationActive()
                && (count(execution.getProcessInstanceId()) > OF_ONE_CASE || count("") > OF_ALL)) {
            throw Problem.conflict("process.problem.runaway", execution.getCurrentActivityId(), OF_ONE_CASE);
        }
    }

    private static int count(String of) {
        int taken = ThisTransaction.recall(StepLimit.class, of) instanceof Integer before ? before + 1 : 1;
        ThisTransaction.remember(StepLimit.class, of, taken);
        return taken;
    }
}
