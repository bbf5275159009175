package org.redress.process.studio;

import java.time.Instant;
import java.util.Optional;

import org.redress.deadline.Budget;
import org.redress.deadline.ClockKind;
import org.redress.deadline.ClockPolicy;
import org.redress.deadline.Severity;
import org.redress.deadline.WorkingCalendar;
import org.redress.studio.ModelKind;

/** The company does not give its own people more time than it has promised to the customer. */
final class PolicyRule implements DecisionFileRule {

    private static final String TABLE = "sla-policy";

    @Override
    public void check(DecisionFile file, Models models, House house, Findings found) {
        if (!file.file().equals(ModelKind.DECISION.file(TABLE))) {
            return;
        }
        Optional<ClockPolicy> policy = models.content(file.file()).flatMap(house::policy);
        Instant start = SampleDates.of(house.calendar(), house.now()).get(0).at();
        policy.ifPresent(times -> {
            for (Severity severity : Severity.values()) {
                WorkingCalendar hours = house.calendar().forSeverity(severity);
                Instant promised = hours.plus(start, times.budget(ClockKind.PROMISE, severity).orElseThrow());
                Budget target = times.budget(ClockKind.RESOLVE, severity).orElseThrow();
                if (hours.plus(start, target).isAfter(promised)) {
                    found.error(TABLE, "policy.laterThanPromised", severity.name(), target.toString(),
                            times.budget(ClockKind.PROMISE, severity).orElseThrow().toString());
                }
                Instant signed = hours.plus(hours.plus(start, times.budget(ClockKind.ASSIGN, severity).orElseThrow()),
                        times.budget(ClockKind.SIGN, severity).orElseThrow());
                if (signed.isAfter(promised)) {
                    found.error(TABLE, "policy.signedTooLate", severity.name());
                }
            }
        });
    }
}
