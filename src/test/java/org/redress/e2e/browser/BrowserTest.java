package org.redress.e2e.browser;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.redress.RedressTest;
import org.redress.process.Jobs;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Base of every test in a browser: the application of {@link RedressTest} in the same JVM, so that a test moves the clock and runs what
 * became due, and people with browsers of their own.
 */
@Tag("e2e")
@ExtendWith(Evidence.class)
public abstract class BrowserTest extends RedressTest {

    @Autowired
    protected Jobs jobs;

    protected People people;

    /** Moves the application's and the engine's clock and runs the timers that are due then. */
    protected void pass(Duration time) {
        clock.advance(time);
        jobs.runDue();
    }
}
