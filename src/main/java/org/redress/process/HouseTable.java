package org.redress.process;

import java.io.ByteArrayInputStream;
import java.time.Duration;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.redress.process.gate.Guard;
import org.redress.process.gate.ModelFile;
import org.redress.process.gate.ModelXml;
import org.redress.process.gate.Report;
import org.redress.process.gate.TimeLimit;
import org.redress.studio.ModelKind;

/**
 * What a table that the house itself asks has to answer before it may be deployed, so that a mistake is told to who made it and not to who works.
 * It is asked here as it will be asked then, in bounded time.
 */
abstract class HouseTable implements Guard {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final DmnEngine engine = EngineConfiguration.feelOnly().buildEngine();
    private final String decision;

    /** @param decision id of the table */
    HouseTable(String decision) {
        this.decision = decision;
    }

    @Override
    public Stage stage() {
        return Stage.ANSWERS;
    }

    @Override
    public void check(ModelFile file, Report report) {
        if (file.is(ModelKind.DECISION) && ModelXml.holdsDecision(file.document(), decision)) {
            TimeLimit.within(LIMIT, () -> {
                var trial = new Report(file.name());
                ask(file.content(), trial);
                return trial.problems();
            }).ifPresentOrElse(report::take, () -> report.element(decision, "tableTime"));
        }
    }

    private void ask(byte[] content, Report report) {
        try {
            ask(engine, engine.parseDecision(decision, new ByteArrayInputStream(content)), report);
        } catch (DmnEngineException e) {
            report.element(decision, "table", String.valueOf(e.getMessage()));
        }
    }

    abstract void ask(DmnEngine tables, DmnDecision table, Report report);
}
