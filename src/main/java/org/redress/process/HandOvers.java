package org.redress.process;

import org.redress.complaint.CaseLadder;
import org.redress.complaint.CaseLadder.Standing;
import org.redress.escalation.Escalations;
import org.springframework.stereotype.Component;

/** A case that is handed to and fro climbs the ladder by itself (多次改派退单). */
@Component
class HandOvers {

    private final CaseLadder ladder;
    private final Escalations escalations;

    HandOvers(CaseLadder ladder, Escalations escalations) {
        this.ladder = ladder;
        this.escalations = escalations;
    }

    /** Call it after the hand-over or return was noted. */
    void handedOver(long caseId) {
        Standing standing = ladder.standing(caseId);
        if (standing.handOvers() > 0) {
            escalations.raise(caseId, "HAND_OVER", standing.handOvers());
        }
    }
}
