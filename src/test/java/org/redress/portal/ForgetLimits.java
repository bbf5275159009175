package org.redress.portal;

import org.redress.Forgets;
import org.springframework.boot.test.context.TestComponent;

/** What one test class asked for is not held against the next: their clocks begin at the same moment. */
@TestComponent
public class ForgetLimits implements Forgets {

    private final Limits limits;

    public ForgetLimits(Limits limits) {
        this.limits = limits;
    }

    @Override
    public void forget() {
        limits.forget();
    }
}
