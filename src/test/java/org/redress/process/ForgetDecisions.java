package org.redress.process;

import org.redress.Forgets;
import org.springframework.boot.test.context.TestComponent;

/** Which version of each table is the newest is kept in memory for some seconds. */
@TestComponent
public class ForgetDecisions implements Forgets {

    private final Decisions decisions;

    ForgetDecisions(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public void forget() {
        decisions.forget();
    }
}
