package org.redress.complaint;

/** The one way in for a complaint. */
public interface ComplaintIntake {

    /**
     * Checks the facts, writes the case with its clocks, timeline and audit line, and starts its process; all or nothing.
     *
     * @return the number of the case; of the existing one when source and sourceKey are known already
     * @throws org.redress.shared.Problem 422 naming every wrong field
     */
    Captured capture(CaptureComplaint complaint);

    /** @param duplicate true when the same source and key had been captured before and nothing was done */
    record Captured(long id, String number, boolean duplicate) {
    }
}
