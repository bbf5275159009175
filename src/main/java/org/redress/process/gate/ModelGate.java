package org.redress.process.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.repository.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at every process, decision and form before the engine does, because the engine runs some things while it reads them. As the engine's own
 * first deployer it stands in every way in. It works with lists of what is allowed: what nobody thought of is refused. Behind it stand the nets of
 * {@code process}: what was parsed is looked at again, expressions reach listed names only, and there is no script language.
 */
public final class ModelGate implements Deployer {

    private static final Logger log = LoggerFactory.getLogger(ModelGate.class);

    private final List<Guard> guards;
    private final List<SetGuard> together;

    /** @param answers guards of the tables that the house itself relies on */
    public ModelGate(ModelWords words, List<? extends Guard> answers) {
        this(allGuards(words, answers), SetGuards.ALL);
    }

    ModelGate(List<Guard> guards, List<SetGuard> together) {
        this.guards = List.copyOf(guards);
        this.together = List.copyOf(together);
    }

    /** In the order in which they look. */
    static List<Guard> allGuards(ModelWords words, List<? extends Guard> answers) {
        List<Guard> guards = new ArrayList<>();
        guards.addAll(OutsideGuards.ALL);
        guards.addAll(SurfaceGuards.ALL);
        guards.addAll(ListGuards.ALL);
        guards.addAll(ProcessGuards.of(words));
        guards.addAll(DecisionGuards.ALL);
        guards.addAll(FormGuards.ALL);
        guards.addAll(answers);
        return guards;
    }

    /**
     * Refuses what comes in. What is in the database came in through an earlier gate: it is read again after a restart, and a running case must not
     * stand still because the gate has become narrower since. The log tells.
     */
    @Override
    public void deploy(DeploymentEntity deployment) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Resource resource : deployment.getResources().values()) {
            files.put(resource.getName(), resource.getBytes());
        }
        var problems = check(files);
        if (!problems.isEmpty() && deployment.isNew()) {
            throw new ModelRefused(problems);
        }
        problems.forEach(problem -> log.warn("Released model that would be refused today, in deployment {}: {}", deployment.getId(), problem));
    }

    /** Every file alone, and, when each has passed, all of them together. */
    public List<ModelProblem> check(Map<String, byte[]> files) {
        List<ModelFile> read = read(files);
        List<ModelProblem> problems = read.stream().flatMap(file -> check(file).stream()).toList();
        return problems.isEmpty() ? together(read) : problems;
    }

    /** Files that each have passed alone, beside each other. */
    public List<ModelProblem> together(Map<String, byte[]> files) {
        return together(read(files));
    }

    private static List<ModelFile> read(Map<String, byte[]> files) {
        return files.entrySet().stream().map(entry -> new ModelFile(entry.getKey(), entry.getValue())).toList();
    }

    /** One file alone. */
    public List<ModelProblem> check(String name, byte[] content) {
        return check(new ModelFile(name, content));
    }

    private List<ModelProblem> check(ModelFile file) {
        var report = new Report(file.name());
        try {
            for (Guard.Stage stage : Guard.Stage.values()) {
                if (report.problems().isEmpty()) {
                    guards.stream().filter(guard -> guard.stage() == stage).forEach(guard -> guard.check(file, report));
                }
            }
        } catch (ModelFile.NotReadable e) {
            if (report.problems().isEmpty()) {
                e.tell(report);
            }
        }
        return report.problems();
    }

    private List<ModelProblem> together(List<ModelFile> files) {
        Map<ModelFile, Report> reports = new LinkedHashMap<>();
        together.forEach(guard -> guard.check(files, file -> reports.computeIfAbsent(file, one -> new Report(one.name()))));
        return reports.values().stream().flatMap(report -> report.problems().stream()).toList();
    }
}
