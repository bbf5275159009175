package org.redress.process;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.redress.process.gate.ModelFile;
import org.redress.process.gate.ModelProblem;
import org.redress.process.gate.Report;

/** What a guard of one of the house's tables says of a text. */
final class TableProblems {

    private TableProblems() {
    }

    static List<ModelProblem> of(HouseTable guard, String file, String table) {
        var report = new Report(file);
        guard.check(new ModelFile(file, table.getBytes(StandardCharsets.UTF_8)), report);
        return report.problems();
    }
}
