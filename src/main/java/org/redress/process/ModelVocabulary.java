package org.redress.process;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.ListableBeanFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The complete list of names that a model may use beside its own variables. Names are collected without making the beans: they
 * call services, services need the database, and the engine must be there before both.
 */
@Component
class ModelVocabulary {

    private final ListableBeanFactory beans;
    private final Set<String> steps;
    private final Set<String> functions;

    ModelVocabulary(ListableBeanFactory beans) {
        this.beans = beans;
        this.steps = names(ModelStep.class);
        this.functions = names(ModelFunctions.class);
    }

    private Set<String> names(Class<?> type) {
        return new TreeSet<>(Set.of(beans.getBeanNamesForType(type, false, false)));
    }

    boolean isStep(String name) {
        return steps.contains(name);
    }

    boolean isFunctions(String name) {
        return functions.contains(name);
    }

    /** @return the bean of that name, or null when models may not know it */
    @Nullable Object find(String name) {
        return isStep(name) || isFunctions(name) ? beans.getBean(name) : null;
    }
}
