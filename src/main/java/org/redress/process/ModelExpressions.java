package org.redress.process;

import java.lang.reflect.Method;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;

/**
 * What an expression in a model can reach: listed names, variables of its case, and the inside of lists, maps and arrays. There
 * is deliberately no resolver for the properties and methods of arbitrary objects: with one, any string leads to reflection.
 */
final class ModelExpressions extends JuelExpressionManager {

    private final ModelVocabulary vocabulary;

    ModelExpressions(ModelVocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    protected ELResolver createElResolver() {
        var resolver = new CompositeELResolver();
        // Listed names first: a variable called like one of them must not take its place.
        resolver.add(new ModelNamesResolver(vocabulary));
        resolver.add(new CaseVariablesResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(new ArrayELResolver(true));
        resolver.add(new ListELResolver(true));
        resolver.add(new MapELResolver(true));
        return resolver;
    }

    /** The engine offers functions of its own; models know {@code now()} only. */
    @Override
    public void addFunction(String name, Method function) {
        if (name.equals("now")) {
            super.addFunction(name, function);
        }
    }
}
