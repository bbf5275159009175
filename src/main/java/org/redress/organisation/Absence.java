package org.redress.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When somebody is away, and who stands in (请假与代理).
 *
 * @param deputy   username of who stands in, null for nobody
 * @param from     first day away, null when no absence is known
 * @param to       last day away, null while the return is open
 * @param fromNoon the morning of the first day is still worked
 * @param toNoon   the afternoon of the last day is worked again
 */
public record Absence(@Nullable String deputy, @Nullable LocalDate from, @Nullable LocalDate to, boolean fromNoon, boolean toNoon) {

    /** Nobody stands in, and no absence is known. */
    public static final Absence NONE = new Absence(null, null, null);

    /** An absence of whole days. */
    public Absence(@Nullable String deputy, @Nullable LocalDate from, @Nullable LocalDate to) {
        this(deputy, from, to, false, false);
    }

    /** Whether at least a half of the day is missed. */
    public boolean covers(LocalDate day) {
        return from != null && !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    public boolean coversMorning(LocalDate day) {
        return covers(day) && !(fromNoon && day.equals(from));
    }

    public boolean coversAfternoon(LocalDate day) {
        return covers(day) && !(toNoon && day.equals(to));
    }

    /** Whether nobody will find the person on that day. */
    public boolean coversAll(LocalDate day) {
        return coversMorning(day) && coversAfternoon(day);
    }

    /** Whether it has an end before its beginning, or no half day at all. */
    boolean isEmpty() {
        return to != null && (from == null || to.isBefore(from) || to.equals(from) && fromNoon && toNoon);
    }
}
