package org.redress.process;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.redress.MovableClock;
import org.springframework.boot.test.context.TestComponent;

/** Keeps the engine's clock with the test's, so that both moments are always the same. */
@TestComponent
public class EngineTime {

    private final MovableClock clock;

    EngineTime(MovableClock clock) {
        this.clock = clock;
    }

    @PostConstruct
    void follow() {
        clock.follow(instant -> ClockUtil.setCurrentTime(Date.from(instant)));
    }

    @PreDestroy
    void letGo() {
        ClockUtil.reset();
    }
}
