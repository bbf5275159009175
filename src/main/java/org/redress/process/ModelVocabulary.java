package org.redress.process;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.process.gate.ModelWords;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * The complete list of names that a model may use beside its own variables. Names are collected without making the beans: they
 * call services, services need the database, and the engine must be there before both.
 */
@Component
class ModelVocabulary implements ModelWords {

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

    @Override
    public boolean isStep(String name) {
        return steps.contains(name);
    }

    @Override
    public boolean isFunctions(String name) {
        return functions.contains(name);
    }

    /** @return whether one of the marked interfaces behind this name declares such a function */
    @Override
    public boolean declares(String name, String function) {
        var type = beans.getType(name, false);
        return type != null && functionsOf(type).anyMatch(method -> method.getName().equals(function));
    }

    /** Every function that models may call on an object of this type, and no other of its methods. */
    static Stream<Method> functionsOf(Class<?> type) {
        return ClassUtils.getAllInterfacesForClassAsSet(type).stream()
                .filter(marked -> marked != ModelFunctions.class && ModelFunctions.class.isAssignableFrom(marked))
                .flatMap(marked -> Arrays.stream(marked.getDeclaredMethods()))
                .filter(method -> !method.isSynthetic() && !Modifier.isStatic(method.getModifiers()));
    }

    /** @return the bean of that name, or null when models may not know it */
    @Nullable Object find(String name) {
        return isStep(name) || isFunctions(name) ? beans.getBean(name) : null;
    }
}
