package org.redress.survey;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.redress.shared.FieldProblem;

/** The way in for answers that another system collected. */
public interface OutsideAnswers {

    /** Takes the good ones in, all in one transaction of their own unless one is running; the others are named with what is wrong. */
    Intake intake(List<OutsideAnswer> answers);

    /** What {@link #intake} would say of this one by itself. Reads only. */
    List<FieldProblem> check(OutsideAnswer answer);

    /** Those of the external ids that are in already. */
    Set<String> known(Collection<String> externalIds);

    /** @param index place in the list, from 0 */
    record Rejected(int index, FieldProblem problem) {
    }

    record Intake(int accepted, int duplicates, List<Rejected> rejected) {
    }
}
