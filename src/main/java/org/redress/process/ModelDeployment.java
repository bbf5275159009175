package org.redress.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Brings the models that came with this version into the engine, all together as one deployment: processes, decisions and forms
 * that belong together stay together, and a case keeps the set it was received under. Nothing happens when nothing changed.
 */
@Component
class ModelDeployment extends AbstractProcessEnginePlugin {

    static final String NAME = "redress";
    private static final Logger log = LoggerFactory.getLogger(ModelDeployment.class);

    private final ResourcePatternResolver resources = new PathMatchingResourcePatternResolver();

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        deployTo(engine.getRepositoryService());
    }

    void deployTo(RepositoryService repository) {
        var found = Stream.of(find("bpmn", "bpmn"), find("bpmn", "dmn"), find("forms", "form")).flatMap(stream -> stream).toList();
        if (found.isEmpty()) {
            log.warn("There are no models in bpmn/ and forms/: no case can move");
            return;
        }
        var deployment = repository.createDeployment().name(NAME).source(NAME).enableDuplicateFiltering(false);
        found.forEach(model -> deployment.addInputStream(model.name(), model.open()));
        var done = deployment.deployWithResult();
        log.info("Models {} as deployment {}: {} new or changed", found.size(), done.getId(),
                done.getDeployedProcessDefinitions() == null ? "nothing" : done.getDeployedProcessDefinitions().size() + " processes");
    }

    private Stream<Model> find(String folder, String kind) {
        try {
            return Arrays.stream(resources.getResources("classpath*:" + folder + "/*." + kind))
                    .map(resource -> new Model(folder + "/" + resource.getFilename(), resource))
                    .sorted(Comparator.comparing(Model::name));
        } catch (IOException e) {
            throw new UncheckedIOException("The models in " + folder + " cannot be listed", e);
        }
    }

    private record Model(String name, Resource resource) {

        InputStream open() {
            try {
                return resource.getInputStream();
            } catch (IOException e) {
                throw new UncheckedIOException("The model " + name + " cannot be read", e);
            }
        }
    }
}
