package org.redress.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.jspecify.annotations.Nullable;

/**
 * Variables by name, and {@code execution} as something to hand to a listed function. Nothing of it can be looked into but its business key, which modelers
 * write where a process that is called goes on under the key of its caller.
 */
final class CaseVariablesResolver extends ReadOnlyResolver {

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        if (base instanceof DelegateExecution execution && "processBusinessKey".equals(property)) {
            context.setPropertyResolved(true);
            return execution.getProcessBusinessKey();
        }
        if (base != null || !(property instanceof String name)
                || !(context.getContext(VariableScope.class) instanceof VariableScope scope)) {
            return null;
        }
        if (name.equals("execution") || name.equals("task")) {
            context.setPropertyResolved(true);
            return scope;
        }
        if (!scope.hasVariable(name)) {
            return null;
        }
        context.setPropertyResolved(true);
        return scope.getVariable(name);
    }
}
