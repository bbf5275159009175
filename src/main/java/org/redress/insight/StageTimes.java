package org.redress.insight;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Working minutes of one case by stage.
 *
 * @param spent     minutes of the visits that have ended
 * @param stage     where it stands, null where no step is open
 * @param sinceWork {@link Hours#minutes} when that visit began
 * @param around    counted around the clock
 */
record StageTimes(Map<Stage, Integer> spent, @Nullable Stage stage, long sinceWork, boolean around) {

    /** @param leftAt null while the case stands there */
    record Visit(String elementId, Instant enteredAt, @Nullable Instant leftAt) {
    }

    /**
     * What passed between the receipt and the first step waited for assignment too: its clock is the case's.
     *
     * @param visits in the order in which they began
     */
    static StageTimes of(Instant receivedAt, List<Visit> visits, boolean around, Hours hours) {
        Map<Stage, Integer> spent = new EnumMap<>(Stage.class);
        if (!visits.isEmpty()) {
            spent.put(Stage.ASSIGNMENT, (int) Math.max(0, hours.minutes(visits.get(0).enteredAt(), around) - hours.minutes(receivedAt, around)));
        }
        Stage stage = null;
        long since = 0;
        for (Visit visit : visits) {
            Stage at = Stage.of(visit.elementId()).orElse(null);
            Instant left = visit.leftAt();
            if (at == null) {
                continue;
            }
            long entered = hours.minutes(visit.enteredAt(), around);
            if (left == null) {
                stage = at;
                since = entered;
            } else {
                spent.merge(at, (int) (hours.minutes(left, around) - entered), Integer::sum);
            }
        }
        return new StageTimes(spent, stage, since, around);
    }
}
