package org.redress.callback;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.redress.shared.FieldProblem;

/** The way in for finished service jobs, and the sampling of them. */
public interface ServiceJobs {

    /**
     * Takes the good jobs in, samples them (抽样) and puts the sampled ones on the call list; the others are named with what is wrong.
     * A job whose number is known changes nothing. Written in batches, each a transaction of its own unless one is running.
     */
    Intake intake(List<ServiceJob> jobs);

    /** What {@link #intake} would say of this job before writing it; empty for a good one. Reads only. */
    List<FieldProblem> check(ServiceJob job);

    /** Those of the numbers that are in already. */
    Set<String> known(Collection<String> externalIds);

    /** @param index place of the job in the list, from 0 */
    record Rejected(int index, FieldProblem problem) {
    }

    record Intake(int accepted, int duplicates, List<Rejected> rejected) {
    }
}
