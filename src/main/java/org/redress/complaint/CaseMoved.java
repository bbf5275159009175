package org.redress.complaint;

/**
 * A case went from one state to another by an act on it. Published within the transaction, before the case is written.
 *
 * @param reopenCount how often it has come back, this time included
 */
public record CaseMoved(long caseId, String number, CaseState from, CaseState to, int reopenCount) {
}
