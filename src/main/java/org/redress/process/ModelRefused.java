package org.redress.process;

import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngineException;

/** A deployment holds models that are not allowed to run; nothing of it was deployed. */
class ModelRefused extends ProcessEngineException {

    private final transient List<ModelProblem> problems;

    ModelRefused(List<ModelProblem> problems) {
        super("Models refused:\n" + problems.stream().map(ModelProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    List<ModelProblem> problems() {
        return problems;
    }
}
