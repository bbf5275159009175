package org.redress.figure;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Targets of figures: data that the company sets. */
public interface Targets {

    Optional<Target> of(Figure figure);

    List<Target> all();

    void set(Target target);

    void remove(Figure figure);

    /**
     * Met or not met where the whole interval lies on one side of the target, and there are at least {@link Target#FEWEST} rows. Null where the figure
     * has no target, or the value says nothing.
     */
    default @Nullable TargetVerdict judge(Figure figure, FigureValue value) {
        Interval interval = value.interval();
        return interval == null ? null : of(figure).map(target -> target.judge(value, interval)).orElse(null);
    }
}
