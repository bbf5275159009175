package org.redress.worklist;

import java.time.DateTimeException;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Cursor;
import org.redress.shared.Problem;

/**
 * A place in a grouped list. It carries the moment of the first page: groups are told apart by that moment on every page, so that a task
 * that becomes overdue while somebody pages is neither lost nor shown twice.
 */
record WorkCursor(WorkGroup group, Instant asOf, Instant startBy, String id) {

    String encode() {
        return new Cursor(startBy, group.ordinal() + "|" + asOf + "|" + id).encode();
    }

    static @Nullable WorkCursor decode(@Nullable String text) {
        Cursor cursor = Cursor.decode(text);
        if (cursor == null) {
            return null;
        }
        String[] parts = cursor.id().split("\\|", 3);
        try {
            return new WorkCursor(WorkGroup.values()[Integer.parseInt(parts[0])], Instant.parse(parts[1]), cursor.at(), parts[2]);
        } catch (IndexOutOfBoundsException | NumberFormatException | DateTimeException e) {
            throw Problem.badRequest("shared.problem.cursor");
        }
    }
}
