package org.redress.shared.importer;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Looks at the folder, at abandoned runs and at files that nobody started, again and again. */
@Configuration
@EnableScheduling
@EnableConfigurationProperties(ImporterSettings.class)
class ImporterConfiguration implements SchedulingConfigurer {

    private final ImporterSettings settings;
    private final ImportFolder folder;
    private final ImportRunner runner;

    ImporterConfiguration(ImporterSettings settings, ImportFolder folder, ImportRunner runner) {
        this.settings = settings;
        this.folder = folder;
        this.runner = runner;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(folder::look, settings.importsPoll());
        tasks.addFixedDelayTask(runner::resumeAbandoned, settings.importsPoll());
        tasks.addFixedDelayTask(runner::forgetPreviews, settings.importsPoll());
    }
}
