package org.redress.process.gate;

import java.util.List;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.ProcessEngineException;

/** A deployment holds models that are not allowed to run; nothing of it was deployed. */
public class ModelRefused extends ProcessEngineException {

    private final transient List<ModelProblem> problems;

    public ModelRefused(List<ModelProblem> problems) {
        super("Models refused:\n" + problems.stream().map(ModelProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** At least one. */
    public List<ModelProblem> problems() {
        return problems;
    }
}
