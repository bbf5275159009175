package org.redress.studio;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What a draft was at some time (草稿版本).
 *
 * @param content SHA-256, null when the file was to go
 * @param kept    saved on purpose, not by the way
 * @param aside   could not be saved, because somebody else had taken over: kept so that it can be fetched
 */
public record DraftVersion(long id, int revision, @Nullable String content, String author, Instant savedAt, boolean kept, boolean aside) {
}
