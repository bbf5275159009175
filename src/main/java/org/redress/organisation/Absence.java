package org.redress.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When somebody is away, and who stands in (请假与代理).
 *
 * @param deputy username of who stands in, null for nobody
 * @param from   first day away, null when no absence is known
 * @param to     last day away, null while the return is open
 */
public record Absence(@Nullable String deputy, @Nullable LocalDate from, @Nullable LocalDate to) {

    /** Nobody stands in, and no absence is known. */
    public static final Absence NONE = new Absence(null, null, null);

    public boolean covers(LocalDate day) {
        return from != null && !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
