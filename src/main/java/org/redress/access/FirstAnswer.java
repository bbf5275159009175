package org.redress.access;

import org.jspecify.annotations.Nullable;

/** What a POST was answered the first time. */
record FirstAnswer(String bodyHash, int status, @Nullable String mediaType, @Nullable String location, String answer) {
}
