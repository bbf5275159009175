package org.redress.briefing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.redress.figure.Figure;
import org.redress.figure.PeriodKind;
import org.redress.shared.Business;
import org.redress.shared.Problem;
import org.redress.shared.Slice;

/** Briefings (回访简报) for people: drafts are for managers, what is published is for everybody who reads briefings. */
public interface Briefings {

    /**
     * Those the actor may read, newest period first, without their contents.
     *
     * @param kind   null for all kinds
     * @param cursor null for the first page
     */
    Slice<Line> list(@Nullable PeriodKind kind, @Nullable String cursor, int limit);

    /** @throws Problem 404 when there is none, or none the actor may read */
    Briefing read(long id);

    /** As {@link #read}, by its period. */
    Briefing read(Period period, @Nullable Business business);

    /** The briefing of the period before, when the actor may read it. */
    Optional<Line> before(Briefing briefing);

    /**
     * Starts the briefing of a period that is over, or finds the one that is there.
     *
     * @return its id
     * @throws Problem 403 for who may not, 422 for a period that is not over
     */
    long start(Period period, @Nullable Business business);

    /**
     * Decides a measure on a published briefing or a draft; the figure's numbers of the briefing's period are kept with it.
     *
     * @throws Problem 403 unless the actor is a manager, or leads the team; 422 for wrong fields
     */
    long decide(long briefing, Decided measure);

    /** Ends a measure. @param done false: dropped. @throws Problem as {@link #decide} */
    void end(long measure, boolean done, String result);

    /** Whether the actor may decide measures for this team, or for all when null. */
    boolean mayDecide(@Nullable String team);

    /** Whether the actor starts briefings and chooses who is told. */
    boolean mayManage();

    /** @param figure null where no figure shows the effect */
    record Decided(@Nullable String team, @Nullable Business business, String text, @Nullable String owner, @Nullable LocalDate dueOn,
            @Nullable Figure figure) {
    }

    /** A line of the list. */
    record Line(long id, Period period, @Nullable Business business, BriefingState state, Instant draftedAt, @Nullable String endedBy,
            @Nullable Instant endedAt) {

        public String path() {
            return Briefing.path(period, business);
        }
    }
}
