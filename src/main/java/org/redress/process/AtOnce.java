package org.redress.process;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * A person and a timer, or two people, moved the same case at the same moment: one of them wins, and the other's transaction is undone.
 * Said in Spring's words, because nobody outside this package knows the engine's.
 */
final class AtOnce {

    private AtOnce() {
    }

    /** @throws OptimisticLockingFailureException when somebody else was faster; nothing was done, and it may be tried again */
    static void unlessFaster(Runnable command) {
        try {
            command.run();
        } catch (OptimisticLockingException e) {
            throw new OptimisticLockingFailureException(e.getMessage(), e);
        }
    }
}
