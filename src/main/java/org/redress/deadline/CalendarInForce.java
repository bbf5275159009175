package org.redress.deadline;

import org.jspecify.annotations.Nullable;

/**
 * Which calendar a clock keeps: a version of the company's calendar, seen from where the case happened and from its kind. Written on
 * a ledger line, so that a later change of the calendar, of the case's area or of its category moves no clock by itself.
 *
 * @param version versions count from 1 and never change
 * @param area where the case happened, as regions and suspensions name it; null for the company as a whole
 * @param kind category class of the case, as suspensions name it; null where it has none yet
 */
public record CalendarInForce(int version, @Nullable String area, @Nullable String kind) {

    /** What a ledger from before calendars had versions keeps. */
    public static final CalendarInForce FIRST = new CalendarInForce(1, null, null);

    public CalendarInForce {
        if (version < 1) {
            throw CalendarException.unknownVersion(version);
        }
    }
}
