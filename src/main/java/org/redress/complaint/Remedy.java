package org.redress.complaint;

/** What the customer was given (补救措施); a case may carry several. */
public enum Remedy {
    APOLOGY, EXPLANATION, REWORK, BILL_CORRECTION, REFUND, COMPENSATION, STAFF_MEASURE, PROCESS_CHANGE
}
