package org.redress.complaint;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

import org.redress.shared.Bilingual;

/** A case that came back is at least S2 (domain, section 3), whatever the severity table said of it when it was new. */
final class ReopenedRule {

    static final String NAME = "reopened";
    /** Kept with the case in both languages, as the table's reasons are. */
    static final Bilingual REASON = new Bilingual(words(Locale.ROOT), words(Locale.SIMPLIFIED_CHINESE));

    private ReopenedRule() {
    }

    private static String words(Locale locale) {
        return ResourceBundle.getBundle("messages.complaint", locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES))
                .getString("complaint.severity.reopened");
    }
}
