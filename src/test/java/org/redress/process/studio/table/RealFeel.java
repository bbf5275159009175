package org.redress.process.studio.table;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;

import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;

/** The engine's FEEL without an engine around it. */
final class RealFeel {

    private static final FeelEngine FEEL = new ScalaFeelEngineFactory().createInstance();

    static final UnaryTests CELLS = (condition, value) -> {
        Object given = value instanceof LocalDateTime moment ? Date.from(moment.atZone(ZoneId.systemDefault()).toInstant()) : value;
        return FEEL.evaluateSimpleUnaryTests(condition, "cellInput", Variables.createVariables().putValue("cellInput", given).asVariableContext());
    };

    private RealFeel() {
    }
}
