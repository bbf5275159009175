package org.redress.briefing;

import java.util.List;
import java.util.Optional;

import org.redress.shared.Problem;

/** The measures of teams (整改措施), whatever they were decided on. Each act is written to the audit trail; who may act, the caller decides. */
public interface Measures {

    /**
     * @return its id
     * @throws Problem 422 naming every wrong field: a blank or too long text, an unknown team or owner, a date in the past
     */
    long decide(NewMeasure measure);

    /** In the order they were decided. */
    List<Measure> of(MeasureSource source, long sourceId);

    Optional<Measure> find(long id);

    /** @throws Problem 404 for an unknown id, 409 when it has ended, 422 for a blank or too long result */
    void done(long id, String result);

    /** @throws Problem as {@link #done} */
    void drop(long id, String reason);
}
