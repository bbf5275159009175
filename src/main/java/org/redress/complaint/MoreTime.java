package org.redress.complaint;

import java.time.Instant;

/** Port: asking for more time for a case (申请延期); a manager decides. */
public interface MoreTime {

    /**
     * @throws org.redress.shared.Problem 403 for who neither works on the case nor leads; 409 where a request waits or the clocks allow none;
     *                                    422 for a moment out of range or no reason
     */
    void ask(String number, Instant until, String reason);
}
