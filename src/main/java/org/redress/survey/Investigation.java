package org.redress.survey;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Business;
import org.redress.shared.Bilingual;

/** Port: opens a case from an answer that was not given on the phone, with everything carried over. Joins the running transaction. */
public interface Investigation {

    /** @return number of the case */
    String open(Dissatisfied answer);

    /**
     * An answer to look into.
     *
     * @param customerId    id in the customer file
     * @param serviceJob    number of the job
     * @param scale         name of the scale
     * @param grade         name of the grade, null where only words were given
     * @param words         what the customer wrote
     */
    record Dissatisfied(Via via, long customerId, String serviceJob, Business business, Instant doneAt, @Nullable String team,
            @Nullable String employee, Bilingual scale, @Nullable Bilingual grade, @Nullable Boolean appointmentKept, @Nullable String words) {
    }
}
