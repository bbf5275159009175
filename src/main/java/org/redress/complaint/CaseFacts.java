package org.redress.complaint;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.redress.customer.Segment;

/**
 * What was captured of a case and does not change afterwards.
 *
 * @param place         address of the customer, else the area
 * @param categoryClass of the category it had when it was read
 */
record CaseFacts(long id, String number, Channel channel, Instant receivedAt, Instant capturedAt, String capturedBy,
        @Nullable Instant outsideDueAt, @Nullable String complainant, Segment segment, @Nullable String place,
        @Nullable String area, @Nullable String categoryClass, String summary,
        boolean safety, boolean media, boolean repeat) {
}
