package org.redress.process;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ExpressionFactory;
import org.camunda.bpm.impl.juel.jakarta.el.MethodNotFoundException;
import org.jspecify.annotations.Nullable;

/** Resolves the names of the {@link ModelVocabulary} and calls what their {@link ModelFunctions} interfaces declare. */
final class ModelNamesResolver extends ReadOnlyResolver {

    private final ModelVocabulary vocabulary;

    ModelNamesResolver(ModelVocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        if (base != null || !(property instanceof String name)) {
            return null;
        }
        var bean = vocabulary.find(name);
        if (bean != null) {
            context.setPropertyResolved(true);
        }
        return bean;
    }

    @Override
    public @Nullable Object invoke(ELContext context, @Nullable Object base, @Nullable Object method, Class<?> @Nullable [] types,
            Object @Nullable [] arguments) {
        if (!(base instanceof ModelFunctions functions)) {
            return null;
        }
        var values = arguments == null ? new Object[0] : arguments;
        var target = declared(functions, String.valueOf(method), values.length)
                .orElseThrow(() -> new MethodNotFoundException("No function " + method + " with " + values.length + " arguments"));
        context.setPropertyResolved(true);
        return call(target, functions, coerce(context, target, values));
    }

    private static Optional<Method> declared(ModelFunctions functions, String name, int arguments) {
        return ModelVocabulary.functionsOf(functions.getClass())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == arguments)
                .findFirst();
    }

    private static Object[] coerce(ELContext context, Method target, Object[] values) {
        var factory = (ExpressionFactory) context.getContext(ExpressionFactory.class);
        var types = target.getParameterTypes();
        var coerced = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            coerced[i] = types[i].isInstance(values[i]) ? values[i] : factory.coerceToType(values[i], types[i]);
        }
        return coerced;
    }

    private static @Nullable Object call(Method target, ModelFunctions functions, Object[] values) {
        try {
            return target.invoke(functions, values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new ProcessEngineException("Function " + target.getName() + " failed", e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("A function of a model cannot be called: " + target, e);
        }
    }
}
