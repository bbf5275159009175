package org.redress.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.ClockKind;

/**
 * One mark with the lines that show it.
 *
 * @param at    the moment of the act
 * @param actor who did it, null where nobody can be named
 */
public record GamingMark(GamingKind kind, Instant at, @Nullable String actor, @Nullable String team, List<Proof> proof) {

    /**
     * A line of the ledger or the timeline, or what was counted.
     *
     * @param what  a name of deadline.LedgerEvent where there is a clock, a kind of timeline event where there is none
     * @param share of the clock used before the line, percent
     * @param day   with closed and usual: closings of the team on that day, and on its usual one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Proof(@Nullable Instant at, @Nullable String what, @Nullable ClockKind clock, @Nullable Integer share,
            @Nullable Instant dueBefore, @Nullable Instant dueAfter, @Nullable String who, @Nullable LocalDate day, @Nullable Integer closed,
            @Nullable Double usual) {

        static Proof event(Instant at, String what, String who) {
            return new Proof(at, what, null, null, null, null, who, null, null, null);
        }

        static Proof day(LocalDate day, int closed, double usual) {
            return new Proof(null, null, null, null, null, null, null, day, closed, usual);
        }
    }
}
