package org.redress.process;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Timers run from when everything else stands until the first thing stops. */
@Component
class BackgroundJobs implements SmartLifecycle {

    private final JobExecutor executor;
    private final EngineProperties properties;

    BackgroundJobs(ProcessEngineConfigurationImpl engine, EngineProperties properties) {
        this.executor = engine.getJobExecutor();
        this.properties = properties;
    }

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
