package org.redress.notification;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A note in somebody's bell, in the words of the reader.
 *
 * @param lines      the text, line by line
 * @param caseNumber null when it is about no case
 * @param page       address of the page it is about, in this house; null when there is none
 */
public record BellNote(long id, String subject, List<String> lines, @Nullable String caseNumber, @Nullable String page, boolean urgent, Instant at, boolean read) {
}
