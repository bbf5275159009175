package org.redress.complaint;

import org.jspecify.annotations.Nullable;

/** What the severity table looks at. @param words summary and the customer's words; empty strings where nothing is known */
public record SeverityFacts(String words, String channel, String segment, String category, String categoryClass, String area,
        String business, boolean safety, boolean media, int groupSize, boolean repeat, String severityOverride, @Nullable String sourceTeam) {
}
