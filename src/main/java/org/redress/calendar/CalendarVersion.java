package org.redress.calendar;

import java.time.Instant;

/** A saved version of the calendar: it never changes, and clocks name it. */
public record CalendarVersion(int version, String reason, String savedBy, Instant savedAt) {
}
