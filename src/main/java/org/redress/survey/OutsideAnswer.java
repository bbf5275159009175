package org.redress.survey;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Business;

/**
 * An asking that another system made (外部系统的回访记录); null where it says nothing.
 *
 * @param externalId what the other system calls it; the same again with the same data changes nothing
 * @param calledAt   when the customer was asked
 * @param rating     code of a grade of the scale; none where the customer gave none
 * @param serviceJob number of the job it is about; where it is left out, {@code externalId} may be it
 */
public record OutsideAnswer(@Nullable String externalId, @Nullable Business business, @Nullable String team, @Nullable String employee,
        @Nullable Instant doneAt, @Nullable Instant calledAt, @Nullable Boolean reached, @Nullable String scale, @Nullable String rating,
        @Nullable String suggestion, @Nullable String serviceJob) {

    String key() {
        return "OUT:" + externalId;
    }
}
