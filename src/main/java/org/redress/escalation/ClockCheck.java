package org.redress.escalation;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Port: whether ledgers, lists, task due dates and the engine's timers say the same of every open case. They are written together, so any
 * difference was made from outside, or is a fault.
 */
public interface ClockCheck {

    /** Reads all open cases; some thousand a second. */
    Result check();

    /** Lets list rows, task due dates and timers of a case follow its ledgers again. @throws org.redress.shared.Problem 404 for an unknown number */
    void repair(String number);

    /** @param cases how many were read; @param drifts at most the first five hundred */
    record Result(int cases, int found, List<Drift> drifts) {
    }

    /**
     * One difference.
     *
     * @param what   CLOCK_STATE, CLOCK_DUE, NEXT_STEP, TIMER_MISSING, TIMER_TWICE, TIMER_WRONG, TIMER_UNWANTED, ROW_DUE or TASK_DUE
     * @param where  clock or step
     * @param ledger what the ledger says, null for nothing
     * @param found  what was found, null for nothing
     */
    record Drift(String number, String what, String where, @Nullable String ledger, @Nullable String found) {
    }
}
