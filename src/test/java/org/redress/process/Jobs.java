package org.redress.process;

import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.boot.test.context.TestComponent;

/** Runs what is due under the moved clock, in the order of its due moments, and nothing else: a timer fired early proves nothing. */
@TestComponent
public class Jobs {

    private static final int ENDLESS = 10_000;
    private final ManagementService management;

    Jobs(ManagementService management) {
        this.management = management;
    }

    /**
     * Runs everything that is due, also what becomes due by running it.
     *
     * @return how many jobs ran
     * @throws RuntimeException what a job threw; it stays due to be tried again
     */
    public int runDue() {
        for (int ran = 0; ran < ENDLESS; ran++) {
            var next = nextDue();
            if (next.isEmpty()) {
                return ran;
            }
            management.executeJob(next.get().getId());
        }
        throw new IllegalStateException("After " + ENDLESS + " jobs there is still one due: a loop in a model?");
    }

    private Optional<Job> nextDue() {
        return management.createJobQuery().executable().active().orderByJobDuedate().asc().listPage(0, 1).stream().findFirst();
    }

    /** @return how many timers wait for a moment still to come */
    public long waiting() {
        return management.createJobQuery().duedateHigherThan(ClockUtil.getCurrentTime()).count();
    }
}
