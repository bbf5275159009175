package org.redress.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.listener.DelegateExpressionExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.core.model.CoreModelElement;
import org.camunda.bpm.engine.impl.core.variable.mapping.IoMapping;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ListValueProvider;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.MapValueProvider;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ParameterValueProvider;
import org.camunda.bpm.engine.impl.el.UelExpressionCondition;
import org.camunda.bpm.engine.impl.form.handler.DefaultTaskFormHandler;
import org.camunda.bpm.engine.impl.form.handler.DelegateTaskFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.PvmTransition;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ProcessDefinitionImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.task.listener.DelegateExpressionTaskListener;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.redress.process.gate.ModelProblem;
import org.redress.process.gate.ModelRefused;
import org.redress.studio.ModelKind;

/**
 * The second net, behind the gate: looks at what the engine has made of a process, wherever it came from. Only behaviours, listeners and values of
 * listed kinds are there, however they were written; and every step is counted, so that what runs without end is stopped.
 */
final class ParsedModelNet extends AbstractBpmnParseListener {

    private static final String OF_THE_ENGINE = "org.camunda.bpm.engine.impl.bpmn.behavior.";
    private static final Set<String> BEHAVIOURS = Set.of("BoundaryConditionalEventActivityBehavior", "BoundaryEventActivityBehavior",
            "CallActivityBehavior", "DmnBusinessRuleTaskActivityBehavior", "ErrorEndEventActivityBehavior", "EventBasedGatewayActivityBehavior",
            "EventSubProcessActivityBehavior", "EventSubProcessStartConditionalEventActivityBehavior", "EventSubProcessStartEventActivityBehavior",
            "ExclusiveGatewayActivityBehavior", "InclusiveGatewayActivityBehavior", "IntermediateCatchEventActivityBehavior",
            "IntermediateConditionalEventBehavior", "IntermediateThrowNoneEventActivityBehavior", "ManualTaskActivityBehavior",
            "NoneEndEventActivityBehavior", "NoneStartEventActivityBehavior", "ParallelGatewayActivityBehavior",
            "ParallelMultiInstanceActivityBehavior", "ReceiveTaskActivityBehavior", "SequentialMultiInstanceActivityBehavior",
            "ServiceTaskDelegateExpressionActivityBehavior", "SubProcessActivityBehavior", "TaskActivityBehavior",
            "TerminateEndEventActivityBehavior", "ThrowEscalationEventActivityBehavior", "ThrowSignalEventActivityBehavior",
            "UserTaskActivityBehavior");
    private static final Set<String> VALUES = Set.of("ConstantValueProvider", "NullValueProvider", "ElValueProvider", "ListValueProvider",
            "MapValueProvider");

    private final StepLimit limit = new StepLimit();

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity definition) {
        Run run = new Run(file(definition));
        run.listeners(definition, definition.getKey());
        run.scope(definition);
        run.refuse();
    }

    /** What a call makes of variables is kept where nobody can look, so its words are asked. */
    @Override
    public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
        for (String name : List.of("variableMappingClass", "variableMappingDelegateExpression")) {
            if (element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, name) != null) {
                throw refused(scope, activity, name);
            }
        }
    }

    /** Listeners of a time-out are kept by their id and cannot be listed. */
    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        Element extensions = element.element("extensionElements");
        for (Element listener : extensions == null ? List.<Element>of() : extensions.elements("taskListener")) {
            if (listener.attribute("delegateExpression") == null) {
                throw refused(scope, activity, "taskListener");
            }
        }
    }

    private static ModelRefused refused(ScopeImpl scope, ActivityImpl activity, String what) {
        return new ModelRefused(List.of(ModelProblem.of(file(scope.getProcessDefinition()), activity.getId(), "parsed", what)));
    }

    /** A file is called like the one process in it. */
    private static String file(ProcessDefinitionImpl definition) {
        return ModelKind.PROCESS.file(definition instanceof ProcessDefinitionEntity entity ? entity.getKey() : definition.getId());
    }

    private final class Run {

        private final String file;
        private final List<ModelProblem> found = new ArrayList<>();

        Run(String file) {
            this.file = file;
        }

        void refuse() {
            if (!found.isEmpty()) {
                throw new ModelRefused(found);
            }
        }

        void scope(ScopeImpl scope) {
            for (ActivityImpl activity : scope.getActivities()) {
                behaviour(activity);
                listeners(activity, activity.getId());
                activity.getOutgoingTransitions().forEach(this::transition);
                values(activity);
                activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, limit);
                scope(activity);
            }
        }

        private void behaviour(ActivityImpl activity) {
            Object behaviour = activity.getActivityBehavior();
            if (behaviour != null && !(behaviour.getClass().getName().startsWith(OF_THE_ENGINE) && BEHAVIOURS.contains(behaviour.getClass().getSimpleName()))) {
                say(activity.getId(), behaviour);
            }
            if (behaviour instanceof UserTaskActivityBehavior task) {
                task(activity.getId(), task.getTaskDefinition());
            }
        }

        private void task(String id, TaskDefinition task) {
            task.getTaskListeners().forEach((event, listeners) -> listeners.stream()
                    .filter(listener -> !(listener instanceof DelegateExpressionTaskListener) && !task.getBuiltinTaskListenersForEvent(event).contains(listener))
                    .forEach(listener -> say(id, listener)));
            Object form = task.getTaskFormHandler() instanceof DelegateTaskFormHandler wrapped ? wrapped.getFormHandler() : task.getTaskFormHandler();
            if (form != null && form.getClass() != DefaultTaskFormHandler.class) {
                say(id, form);
            }
        }

        void listeners(CoreModelElement element, String id) {
            element.getListeners().forEach((event, listeners) -> listeners.stream()
                    .filter(listener -> !(listener instanceof DelegateExpressionExecutionListener) && !element.getBuiltInListeners(event).contains(listener))
                    .forEach(listener -> say(id, listener)));
        }

        private void transition(PvmTransition flow) {
            Object condition = flow.getProperty(BpmnParse.PROPERTYNAME_CONDITION);
            if (condition != null && !(condition instanceof UelExpressionCondition)) {
                say(flow.getId(), condition);
            }
            if (flow instanceof CoreModelElement element) {
                listeners(element, flow.getId());
            }
        }

        private void values(ActivityImpl activity) {
            IoMapping mapping = activity.getIoMapping();
            if (mapping != null) {
                mapping.getInputParameters().forEach(parameter -> value(activity.getId(), parameter.getValueProvider()));
                mapping.getOutputParameters().forEach(parameter -> value(activity.getId(), parameter.getValueProvider()));
            }
        }

        private void value(String id, ParameterValueProvider provider) {
            if (!VALUES.contains(provider.getClass().getSimpleName())) {
                say(id, provider);
            } else if (provider instanceof ListValueProvider list) {
                list.getProviderList().forEach(each -> value(id, each));
            } else if (provider instanceof MapValueProvider map) {
                for (Map.Entry<ParameterValueProvider, ParameterValueProvider> entry : map.getProviderMap().entrySet()) {
                    value(id, entry.getKey());
                    value(id, entry.getValue());
                }
            }
        }

        private void say(String id, Object what) {
            found.add(ModelProblem.of(file, id, "parsed", what.getClass().getSimpleName()));
        }
    }
}
