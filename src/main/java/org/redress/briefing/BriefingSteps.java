package org.redress.briefing;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Bilingual;
import org.redress.shared.Business;
import org.redress.worklist.TaskSubject;

/** The steps of a briefing, as its process takes them; each is one transaction with the process. */
public interface BriefingSteps {

    /** Sections that a person may add words to, in their order. */
    List<String> SECTIONS = List.of("overview", "teams", "businesses", "complaints", "points", "causes", "suggestions", "measures");

    /** @param fresh false when there was one already: the process has nothing to do then */
    record Drafted(long id, boolean fresh) {
    }

    /**
     * Freezes the numbers of the period into a draft, unless there is one of this period and business: it stays as it is. One that was dropped is
     * drafted anew when a person asks for it.
     *
     * @param by a username, or the product's own name for a timer
     */
    Drafted draft(Period period, @Nullable Business business, String by);

    /** Counts a draft anew; its words stay. */
    void recount(long id);

    /** Takes what the reviewer wrote, by section. @param reason why it shall be dropped */
    void reviewed(long id, Map<String, String> words, @Nullable String reason);

    /** Makes the draft final with its words, and tells the recipients. */
    void publish(long id);

    void drop(long id);

    TaskSubject subject(long id);

    /** What the draft says at its beginning. */
    List<Bilingual> findings(long id);

    /** Words written so far, by section. */
    Map<String, String> words(long id);
}
