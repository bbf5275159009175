package org.redress.complaint;

/** The customer of a case has to hear of the outside body (外部申诉权). Published in the transaction of the step. */
public record OutsideBodyTold(long caseId, String number) {
}
