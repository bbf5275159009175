package org.redress.callback;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.redress.customer.Segment;
import org.redress.shared.Business;

/**
 * A finished service job (服务工单) as the field-service system reports it; null where it says nothing.
 *
 * @param externalId    number of the job in the other system; the same number again changes nothing
 * @param doneAt        when the work was done
 * @param appointmentAt when it had been promised
 * @param team          code of the team that did it
 * @param employee      account or number of the person who did it: the rated employee
 * @param warranty      the appliance or the work was under warranty
 */
public record ServiceJob(@Nullable String externalId, @Nullable Business business, @Nullable Instant doneAt, @Nullable Instant appointmentAt,
        @Nullable String team, @Nullable String employee, @Nullable JobCustomer customer, boolean warranty) {

    /** For whom it was done. */
    public record JobCustomer(@Nullable String account, @Nullable String name, @Nullable String phone, @Nullable Segment segment) {
    }
}
