package org.redress.briefing;

import org.redress.briefing.BriefingContent.Section;

/** One section of a briefing. */
interface SectionWriter {

    /** Reads the numbers of the period as they stand now. */
    Section write(Scope scope);
}
