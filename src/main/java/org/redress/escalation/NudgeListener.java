package org.redress.escalation;

import org.redress.complaint.CaseLadder;
import org.redress.complaint.CaseNudged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A reminder by hand (催办) is told to who holds the work, in the transaction that noted it. */
@Component
class NudgeListener {

    private final CaseLadder cases;
    private final StepMessages messages;

    NudgeListener(CaseLadder cases, StepMessages messages) {
        this.cases = cases;
        this.messages = messages;
    }

    @EventListener
    void nudged(CaseNudged nudge) {
        messages.nudged(cases.standing(nudge.caseId()), nudge.holders(), nudge.by(), nudge.at());
    }
}
