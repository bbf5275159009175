package org.redress.process;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.w3c.dom.Document;

/**
 * Looks at every process and decision before the engine does, because the engine runs some things while it reads them. It works
 * with lists of what is allowed: what nobody thought of is refused. The second net is {@link ModelExpressions}, the third
 * {@link NoScripts}.
 */
final class ModelGate implements Deployer {

    private final BpmnRules processes;
    private final DmnRules decisions;
    private final ClockPolicyRules policies = new ClockPolicyRules();
    private final LadderRules ladders = new LadderRules();
    private final SamplingRules samplings = new SamplingRules();

    ModelGate(ModelVocabulary vocabulary) {
        this.processes = new BpmnRules(vocabulary);
        this.decisions = new DmnRules();
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        var problems = new ArrayList<ModelProblem>();
        deployment.getResources().forEach((name, resource) -> problems.addAll(check(name, resource.getBytes())));
        if (!problems.isEmpty()) {
            throw new ModelRefused(problems);
        }
    }

    List<ModelProblem> check(String name, byte[] content) {
        try {
            if (name.endsWith(".bpmn") || name.endsWith(".bpmn20.xml")) {
                return processes.check(name, ModelXml.parse(content));
            }
            if (name.endsWith(".dmn") || name.endsWith(".dmn11.xml")) {
                return decision(name, content, ModelXml.parse(content));
            }
            return name.endsWith(".form") ? List.of() : List.of(new ModelProblem(name, "", "this kind of file is not a model"));
        } catch (ModelXml.Unreadable e) {
            return List.of(new ModelProblem(name, "", e.getMessage()));
        }
    }

    private List<ModelProblem> decision(String name, byte[] content, Document document) {
        List<ModelProblem> problems = decisions.check(name, document);
        if (problems.isEmpty() && LadderRules.concerns(document)) {
            return ladders.check(name, content);
        }
        if (problems.isEmpty() && SamplingRules.concerns(document)) {
            return samplings.check(name, content);
        }
        return problems.isEmpty() && ClockPolicyRules.concerns(document) ? policies.check(name, content) : problems;
    }
}
