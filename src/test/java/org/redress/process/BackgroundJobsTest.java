package org.redress.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

class BackgroundJobsTest extends EngineTest {

    @Autowired
    BackgroundJobs background;

    @Autowired
    ObjectProvider<JobExecutor> others;

    @Test
    void thereIsOneExecutorAndItObeysTheSetting() {
        assertThat(others.stream()).as("beside the engine's own").isEmpty();
        assertThat(background.isRunning()).as("run-jobs=false").isFalse();
        assertThat(Thread.getAllStackTraces().keySet()).noneMatch(thread -> thread.getName().startsWith("JobExecutor["));
    }

    @Test
    void startsAndStopsWithTheApplication() {
        var node = new BackgroundJobs(engine, new EngineProperties(true, 1, 1, Duration.ofMillis(100), Duration.ofSeconds(30)));
        node.start();
        assertThat(node.isRunning()).isTrue();
        node.stop();
        assertThat(node.isRunning()).isFalse();
    }
}
