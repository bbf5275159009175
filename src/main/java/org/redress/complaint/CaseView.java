package org.redress.complaint;

import java.util.Map;

/**
 * A whole case as its page shows it.
 *
 * @param facts everything known of it, by column; texts, moments, numbers, flags and lists of codes; never null values
 */
public record CaseView(CaseListRow row, Map<String, Object> facts) {

    public String text(String column) {
        Object value = facts.get(column);
        return value == null ? "" : value.toString();
    }
}
