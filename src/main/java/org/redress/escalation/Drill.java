package org.redress.escalation;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.redress.complaint.CaseLadder.Standing;
import org.redress.deadline.ClockKind;
import org.redress.deadline.LadderPolicy;
import org.redress.deadline.LadderStep;
import org.springframework.stereotype.Service;

/** Who would be told of a step that has not fired yet (升级演练): the same rules as when it fires, and nothing happens. */
@Service
public class Drill {

    private final LadderPolicy ladder;
    private final Recipients recipients;

    Drill(LadderPolicy ladder, Recipients recipients) {
        this.ladder = ladder;
        this.recipients = recipients;
    }

    /** @param usernames nobody where the customer is told; the notes say why a level falls through */
    public record Foreseen(LadderAction action, List<String> usernames, @Nullable String noteEn, @Nullable String noteZh) {
    }

    /** Empty where the ladder has no such step for the clock any more. */
    public Optional<Foreseen> of(Standing standing, ClockKind clock, int level) {
        return ladder.steps(clock, standing.severity()).stream().filter(step -> step.level() == level).findFirst()
                .map(step -> foreseen(standing, step));
    }

    private Foreseen foreseen(Standing standing, LadderStep step) {
        Recipients.Found found = recipients.of(LadderAudience.valueOf(step.audience()), standing);
        return new Foreseen(LadderAction.valueOf(step.action()), found.usernames(), found.noteEn(), found.noteZh());
    }
}
