package org.redress.worklist;

import java.util.List;
import java.util.Locale;

/** Port: what a person needs to know beside the form, from the module the subject belongs to. */
public interface TaskContext {

    /** Facts in the order they are shown; values are plain text in the language. */
    List<Fact> facts(OpenTask task, Locale locale);

    /** Page of the subject: "/cases/RD-2026-000123". */
    String href(OpenTask task);

    /** @param labelKey message key of the label */
    record Fact(String labelKey, String value) {
    }
}
