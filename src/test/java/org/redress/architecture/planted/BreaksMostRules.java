package org.redress.architecture.planted;

import java.time.Instant;

import org.camunda.bpm.engine.ProcessEngine;
import org.redress.process.planted.EngineRoom;
import org.springframework.stereotype.Controller;

@Controller
class BreaksMostRules {

    ProcessEngine engine;
    EngineRoom room;

    Instant readsTheClock() throws InterruptedException {
        Thread.sleep(0L);
        return Instant.now();
    }
}
