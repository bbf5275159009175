package org.redress.complaint;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.redress.deadline.ClockState;
import org.redress.shared.Bilingual;

/**
 * A case as its customer may see it: nothing that staff wrote, no names, nothing about anybody else.
 *
 * @param state      in the words of the house; pages say it plainly
 * @param category   what it is about, null until somebody has said
 * @param steps      received, passed on, worked on, outcome, end
 * @param promise    what was promised, null where nothing is (any more)
 * @param forecast   when most cases like this had their outcome, null where too few are known to say
 * @param remedies   names of {@link Remedy}, once the outcome stands
 * @param amount     refund or compensation, in the company's currency
 * @param said       what the customer wrote and sent, oldest first
 * @param grade      the last rating since the outcome, null where none was given
 * @param reopenUntil last moment at which the customer may reopen it, null where that is not possible
 * @param deadlockAt when the company had nothing more to offer: the outside body may be asked from then on; null where it has
 */
public record CustomerCase(long id, String number, CaseState state, Instant receivedAt, @Nullable Bilingual category, List<Step> steps,
        @Nullable Promise promise, @Nullable Forecast forecast, List<String> remedies, @Nullable BigDecimal amount, List<Said> said,
        @Nullable String grade, @Nullable Instant reopenUntil, @Nullable Instant deadlockAt) {

    /** @param kind RECEIVED, ASSIGNED, WORK, OUTCOME or END; @param status DONE, NOW, AHEAD or SKIPPED; @param at null unless done */
    public record Step(String kind, String status, @Nullable Instant at) {
    }

    /** @param dueAt while paused: due if the pause ended now */
    public record Promise(ClockState state, Instant dueAt, boolean missed) {
    }

    /**
     * @param by    most had their outcome by then
     * @param outOf how many of ten that are
     * @param cases how many cases this was read from
     */
    public record Forecast(Instant by, int outOf, int cases) {
    }

    /** @param file whether {@code text} is the name of a file */
    public record Said(Instant at, String text, boolean file) {
    }
}
