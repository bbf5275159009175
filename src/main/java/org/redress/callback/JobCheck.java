package org.redress.callback;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.redress.customer.Phone;
import org.redress.organisation.Organisation;
import org.redress.shared.FieldProblem;
import org.springframework.stereotype.Component;

/** What is wrong with a service job, field by field, named as in the interface. */
@Component
class JobCheck {

    private static final int LONGEST_ID = 100;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_CODE = 64;
    private static final int LONGEST_PHONE = 40;
    private static final int OLDEST_YEARS = 10;

    private final Organisation organisation;
    private final Clock clock;

    JobCheck(Organisation organisation, Clock clock) {
        this.organisation = organisation;
        this.clock = clock;
    }

    List<FieldProblem> problems(ServiceJob job) {
        List<FieldProblem> found = new ArrayList<>();
        text(found, "externalId", job.externalId(), LONGEST_ID);
        if (job.business() == null) {
            missing(found, "business");
        }
        doneAt(found, job.doneAt());
        team(found, job.team());
        text(found, "employee", job.employee(), LONGEST_CODE);
        customer(found, job.customer());
        return found;
    }

    private void doneAt(List<FieldProblem> found, @Nullable Instant doneAt) {
        Instant now = clock.instant();
        if (doneAt == null) {
            missing(found, "doneAt");
        } else if (doneAt.isAfter(now)) {
            found.add(FieldProblem.of("doneAt", "callback.job.future", doneAt.toString()));
        } else if (doneAt.isBefore(now.atOffset(ZoneOffset.UTC).minusYears(OLDEST_YEARS).toInstant())) {
            found.add(FieldProblem.of("doneAt", "callback.job.tooOld", doneAt.toString()));
        }
    }

    private void team(List<FieldProblem> found, @Nullable String team) {
        if (text(found, "team", team, LONGEST_CODE) && organisation.team(team).isEmpty()) {
            found.add(FieldProblem.of("team", "callback.job.unknownTeam", team));
        }
    }

    /** A customer without a telephone is taken in, and not called. */
    private static void customer(List<FieldProblem> found, ServiceJob.@Nullable JobCustomer customer) {
        if (customer == null) {
            missing(found, "customer");
            return;
        }
        text(found, "customer.account", customer.account(), LONGEST_CODE);
        text(found, "customer.name", customer.name(), LONGEST_NAME);
        String phone = customer.phone();
        if (phone != null && !phone.isBlank() && (phone.length() > LONGEST_PHONE || !Phone.isPlausible(phone))) {
            found.add(FieldProblem.of("customer.phone", "callback.job.phone", phone));
        }
    }

    private static boolean text(List<FieldProblem> found, String field, @Nullable String value, int longest) {
        if (value == null || value.isBlank()) {
            missing(found, field);
            return false;
        }
        if (value.chars().anyMatch(Character::isISOControl) || !StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
            found.add(FieldProblem.of(field, "callback.job.control"));
            return false;
        }
        if (value.length() > longest) {
            found.add(FieldProblem.of(field, "callback.job.tooLong", String.valueOf(longest)));
            return false;
        }
        return true;
    }

    private static void missing(List<FieldProblem> found, String field) {
        found.add(FieldProblem.of(field, "callback.job.missing"));
    }
}
