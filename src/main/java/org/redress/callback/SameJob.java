package org.redress.callback;

import java.time.temporal.ChronoUnit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.redress.shared.FieldProblem;

/**
 * Whether the same number stands for the same job: what was done, when, by whom, for which account. Name, telephone and segment are the
 * customer's and may change.
 */
final class SameJob {

    private SameJob() {
    }

    /** What the second says that the first did not; empty for a mere repetition. */
    static List<FieldProblem> differences(ServiceJob first, ServiceJob again) {
        List<FieldProblem> found = new ArrayList<>();
        compare(found, "business", again, first.business(), again.business());
        compare(found, "doneAt", again, stored(first.doneAt()), stored(again.doneAt()));
        compare(found, "appointmentAt", again, stored(first.appointmentAt()), stored(again.appointmentAt()));
        compare(found, "team", again, first.team(), again.team());
        compare(found, "employee", again, first.employee(), again.employee());
        compare(found, "customer.account", again, account(first), account(again));
        compare(found, "warranty", again, first.warranty(), again.warranty());
        return found;
    }

    private static void compare(List<FieldProblem> found, String field, ServiceJob job, @Nullable Object first, @Nullable Object again) {
        if (!Objects.equals(first, again)) {
            found.add(FieldProblem.of(field, "callback.job.differs", String.valueOf(job.externalId()), first == null ? "-" : first.toString()));
        }
    }

    /** The database keeps microseconds. */
    private static @Nullable Instant stored(@Nullable Instant moment) {
        return moment == null ? null : moment.plusNanos(500).truncatedTo(ChronoUnit.MICROS);
    }

    private static @Nullable String account(ServiceJob job) {
        return job.customer() == null ? null : job.customer().account();
    }
}
