package org.redress.complaint;

/** Where a case stands (domain, section 6). Escalation and extension are flags, not states. */
public enum CaseState {
    CAPTURED, TRIAGE, REJECTED, MERGED, SETTLED_ON_CALL, ASSIGNED, IN_PROGRESS, WAITING_CUSTOMER, WAITING_THIRD_PARTY, RESOLVED,
    RECALL_DUE, CLOSED, REFERRED_OUT, WITHDRAWN;

    public boolean isEnded() {
        return switch (this) {
            case REJECTED, MERGED, SETTLED_ON_CALL, CLOSED, REFERRED_OUT, WITHDRAWN -> true;
            default -> false;
        };
    }
}
