package org.redress.insight;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.redress.deadline.ClockKind;
import org.redress.shared.Bilingual;

/**
 * A case on a board.
 *
 * @param state       how it stands with its clocks
 * @param clock       the clock that says so, null where none runs
 * @param cause       where its time went, null unless late or at risk
 * @param spent       working minutes by stage, the running visit included
 * @param caseState   a name of complaint.CaseState
 * @param work        what is to be done next, oldest first
 * @param ladderLevel the highest level any of its clocks has reached, 0 for none
 * @param nextLevel   which level fires next, null when none will
 * @param step        the last step of the ladder, null when there was none
 * @param ordered     a supervision order waits for its answer
 * @param extensionAsked a request for more time waits for its decision
 * @param marks       kinds of gaming marks
 */
public record BoardRow(long id, String number, int version, BoardState state, @Nullable Reading clock, @Nullable Stage cause,
        Map<Stage, Long> spent, String caseState, String severity, String summary, @Nullable String complainant, @Nullable String place,
        @Nullable String team, @Nullable String owner, List<Work> work, int ladderLevel, @Nullable Integer nextLevel,
        @Nullable Instant nextStepAt, @Nullable Step step, boolean ordered, boolean extensionAsked, List<String> marks) {

    /** @param pausedSince null while it runs */
    public record Reading(ClockKind kind, Instant dueAt, Instant startedAt, @Nullable Instant pausedSince, @Nullable Instant breachedAt) {
    }

    /** @param assignee null when nobody has it */
    public record Work(String id, int version, String key, Bilingual name, String team, @Nullable String assignee, Instant startBy) {
    }

    /** @param acknowledgedBy null while nobody has */
    public record Step(long id, int level, Instant firedAt, List<String> recipients, @Nullable String acknowledgedBy,
            @Nullable Instant acknowledgedAt) {
    }
}
