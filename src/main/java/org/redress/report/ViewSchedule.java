package org.redress.report;

import java.time.LocalDate;
import java.util.List;

/** When a view is mailed and to whom. @param nextOn the working day of the next mail */
public record ViewSchedule(long viewId, Rhythm rhythm, LocalDate nextOn, boolean paused, List<Reader> readers) {

    /** @param stopped does not want the mail any more */
    public record Reader(String username, boolean stopped) {
    }
}
