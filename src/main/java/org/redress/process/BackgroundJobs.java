package org.redress.process;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Timers run from when everything else stands, the demo's work included, until the first thing stops: cases of the demo are late from the
 * start, and their ladders would cross each step that the demo takes.
 */
@Component
class BackgroundJobs implements SmartLifecycle {

    private final JobExecutor executor;
    private final EngineProperties properties;

    BackgroundJobs(ProcessEngineConfigurationImpl engine, EngineProperties properties) {
        this.executor = engine.getJobExecutor();
        this.properties = properties;
    }

    @Override
    public boolean isAutoStartup() {
        return false;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Override
    public void start() {
        if (properties.runJobs()) {
            executor.start();
        }
    }

    @Override
    public void stop() {
        executor.shutdown();
    }

    @Override
    public boolean isRunning() {
        return executor.isActive();
    }
}
