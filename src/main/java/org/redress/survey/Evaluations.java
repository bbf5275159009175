package org.redress.survey;

import java.util.Collection;
import java.util.Set;

import org.redress.shared.Problem;

/**
 * The one table of askings, whatever way they went (评价台账). Every write joins the running transaction. A row is written once; only
 * a link that was sent is completed when the customer answers.
 */
public interface Evaluations {

    /**
     * The same source key again changes nothing.
     *
     * @return whether the row is new
     * @throws Problem 422 when the rating is outside its scale, naming the field and the allowed grades
     */
    boolean record(Evaluation evaluation);

    /** As {@link #record}, set-based. @return the source keys that are new */
    Set<String> recordAll(Collection<Evaluation> evaluations);

    /**
     * The customer answered what had been sent; a later answer to the same asking takes the place of the first.
     *
     * @param outcome as in {@link Evaluation}
     * @throws Problem 404 for an asking that is not there, 422 for a rating outside its scale
     */
    void answered(String sourceKey, Evaluation.Answer answer, String outcome);

    /** A case was opened from the answer. */
    void caseOpened(String sourceKey, String caseNumber);
}
