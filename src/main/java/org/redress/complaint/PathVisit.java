package org.redress.complaint;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** One visit of an element of the process, in the order of entering. @param leftAt null where the process stands there */
public record PathVisit(String definitionId, String elementId, Instant enteredAt, @Nullable Instant leftAt, boolean canceled) {
}
