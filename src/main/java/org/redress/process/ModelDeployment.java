package org.redress.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.repository.Deployment;
import org.redress.studio.ModelSet;
import org.redress.studio.Release;
import org.redress.studio.ReleaseBook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the models that came with this version into the engine, all together as one deployment and one release: processes, decisions and
 * forms that belong together stay together, and a case keeps the set it was received under. Nothing happens when nothing changed, nor once the
 * company has released models of its own: then the studio shows where these differ.
 */
@Component
class ModelDeployment extends AbstractProcessEnginePlugin {

    static final String NAME = "redress";
    private static final Logger log = LoggerFactory.getLogger(ModelDeployment.class);

    private final ShippedModels models;
    private final ReleaseBook book;
    private final PlatformTransactionManager transactions;
    private final Clock clock;

    ModelDeployment(ShippedModels models, ReleaseBook book, PlatformTransactionManager transactions, Clock clock) {
        this.models = models;
        this.book = book;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        bringIntoForce(engine.getRepositoryService(), models.all());
    }

    /** Nodes that start together do it once: the second finds what the first has released. */
    void bringIntoForce(RepositoryService repository, ModelSet shipped) {
        if (shipped.files().isEmpty()) {
            log.warn("There are no models in bpmn/ and forms/: no case can move");
            return;
        }
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            book.alone();
            if (book.inForce().isEmpty()) {
                record(repository);
            }
            Optional<Release> before = book.inForce();
            if (before.isPresent() && shipped.differences(book.files(before.get().id())).isEmpty()) {
                return;
            }
            if (book.isCompanys()) {
                log.info("The company released its own models: those that came with this version are offered in the studio");
                return;
            }
            String deployment = add(repository, NAME, NAME, shipped);
            book.product("", shipped, deployment, clock.instant());
            log.info("{} models released as deployment {}", shipped.files().size(), deployment);
        });
    }

    static String add(RepositoryService repository, String name, String source, ModelSet set) {
        var deployment = repository.createDeployment().name(name).source(source);
        set.files().forEach((file, content) -> deployment.addInputStream(file, new ByteArrayInputStream(content)));
        return deployment.deployWithResult().getId();
    }

    /** What a database that is older than releases has in force becomes its first one. */
    private void record(RepositoryService repository) {
        List<Deployment> newest = repository.createDeploymentQuery().deploymentName(NAME).orderByDeploymentTime().desc().listPage(0, 1);
        if (!newest.isEmpty()) {
            Deployment deployment = newest.get(0);
            book.product("", files(repository, deployment.getId()), deployment.getId(), deployment.getDeploymentTime().toInstant());
        }
    }

    static ModelSet files(RepositoryService repository, String deployment) {
        Map<String, byte[]> files = new HashMap<>();
        for (String name : repository.getDeploymentResourceNames(deployment)) {
            try (InputStream content = repository.getResourceAsStream(deployment, name)) {
                files.put(name, content.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException("The released model " + name + " cannot be read", e);
            }
        }
        return ModelSet.of(files);
    }
}
