package org.redress.complaint;

import java.util.List;
import java.util.Locale;

/** Port: what the boards have noticed about a case (异常标记), in the reader's words. Sight has been checked. */
public interface CaseRemarks {

    /** Oldest first. */
    List<Remark> of(long caseId, Locale locale);

    /**
     * @param name  a few words for the head of the case
     * @param about one sentence: what it is, when, by whom
     * @param proof the lines that show it
     */
    record Remark(String name, String about, List<String> proof) {
    }
}
