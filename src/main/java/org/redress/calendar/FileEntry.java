package org.redress.calendar;

import org.jspecify.annotations.Nullable;
import org.redress.deadline.SpecialDay;
import org.redress.deadline.Suspension;

/**
 * What one row of a calendar file says: a special day or a suspension.
 *
 * @param line where it begins in the file
 * @param region of the day; "" for the company
 */
record FileEntry(int line, String region, @Nullable SpecialDay day, @Nullable Suspension suspension) {

    static FileEntry of(int line, String region, SpecialDay day) {
        return new FileEntry(line, region, day, null);
    }

    static FileEntry of(int line, Suspension suspension) {
        return new FileEntry(line, "", null, suspension);
    }
}
