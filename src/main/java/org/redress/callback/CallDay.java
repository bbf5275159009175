package org.redress.callback;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The day of the call programme, as the head of the list says it.
 *
 * @param mine null for a reader who makes no calls
 */
public record CallDay(@Nullable Mine mine, Team team) {

    /**
     * The agent's own day.
     *
     * @param quota    calls a day that their month comes to; none on a day off
     * @param made     attempts today
     * @param left     of the quota, as far as there are calls to make
     * @param pace     calls an hour
     * @param measured false while the pace is the planned one, because too little was done today
     * @param endsAt   when the rest is done at this pace, null when nothing is left
     */
    public record Mine(int quota, int made, int left, long pace, boolean measured, @Nullable Instant endsAt) {
    }

    /**
     * All agents together.
     *
     * @param now      calls that the reader holds or may take; {@code more} when there are yet others
     * @param made     attempts of everybody today
     * @param agents   people who called today
     * @param later    calls whose time comes later
     * @param nextAt   when the first of those comes, null without any
     * @param kept     promised times of today that were kept
     * @param promised promised times of today that are over
     */
    public record Team(int now, boolean more, int made, int agents, int later, @Nullable Instant nextAt, int kept, int promised) {
    }
}
