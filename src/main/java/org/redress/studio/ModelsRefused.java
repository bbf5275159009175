package org.redress.studio;

import java.util.List;

import org.redress.shared.FieldProblem;
import org.redress.shared.Problem;

/** 422: models that may not run here, or that the engine cannot read; nothing of them was released. */
public final class ModelsRefused extends Problem {

    private final transient List<Finding> findings;

    public ModelsRefused(List<Finding> findings) {
        super(422, "studio.problem.refused", List.of(findings.size()), findings.stream()
                .map(finding -> new FieldProblem(finding.element().isEmpty() ? finding.file() : finding.file() + "#" + finding.element(), finding.key(), finding.args()))
                .toList());
        this.findings = List.copyOf(findings);
    }

    public List<Finding> findings() {
        return findings;
    }
}
