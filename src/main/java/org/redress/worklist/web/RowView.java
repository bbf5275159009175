package org.redress.worklist.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A row of a list as it is shown.
 *
 * @param pick     id and version, as a bulk form sends them
 * @param where    customer and place, empty when neither is known
 * @param offered  role or team
 * @param assignee name of who has it, null for nobody
 * @param badges   true flags only, names of enum.Flag
 */
record RowView(String id, String pick, String href, String name, String subject, @Nullable String severity, String where, String summary,
        String offered, @Nullable String assignee, boolean mine, List<Badge> badges, ClockWords.Words clock) {

    record Badge(String flag, String kind) {
    }
}
