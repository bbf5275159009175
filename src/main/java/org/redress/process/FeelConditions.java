package org.redress.process;

import java.util.Map;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.jspecify.annotations.Nullable;
import org.redress.worklist.Conditions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** FEEL as the engine's decision tables understand it, for the conditions inside a form. */
@Component
class FeelConditions implements Conditions {

    private static final Logger log = LoggerFactory.getLogger(FeelConditions.class);

    private static final org.camunda.feel.FeelEngine READER = new org.camunda.feel.FeelEngine(org.camunda.feel.FeelEngine.defaultFunctionProvider(),
            org.camunda.feel.FeelEngine.defaultValueMapper(), new org.camunda.feel.FeelEngine.Configuration(false),
            org.camunda.feel.FeelEngine.defaultClock());

    private final ProcessEngineConfigurationImpl engine;

    FeelConditions(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public boolean isTrue(String expression, Map<String, Object> values) {
        return Boolean.TRUE.equals(value(expression, values));
    }

    @Override
    public @Nullable Object value(String expression, Map<String, Object> values) {
        FeelEngine feel = engine.getDmnEngineConfiguration().getFeelEngine();
        try {
            return feel.evaluateSimpleExpression(expression, Variables.fromMap(values).asVariableContext());
        } catch (FeelException e) {
            log.debug("Expression {} counts as null", expression, e);
            return null;
        }
    }

    @Override
    public boolean isReadable(String expression) {
        return READER.parseExpression(expression).isRight();
    }
}
