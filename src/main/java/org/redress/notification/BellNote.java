package org.redress.notification;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A note in somebody's bell, in the words of the reader.
 *
 * @param lines      the text, line by line
 * @param caseNumber null when it is about no case
 */
public record BellNote(long id, String subject, List<String> lines, @Nullable String caseNumber, boolean urgent, Instant at, boolean read) {
}
