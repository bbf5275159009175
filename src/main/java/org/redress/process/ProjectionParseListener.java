package org.redress.process;

import java.util.List;
import java.util.Set;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Puts the house's listeners on every model as it is parsed, so that no designer has to think of lists and paths. */
@Component
class ProjectionParseListener extends AbstractBpmnParseListener {

    /** Run beside a case and are no part of its way. */
    private static final Set<String> BESIDE = Set.of("escalation", "extension", "briefing");

    private final TaskProjectionListener taskRows;
    private final PathListener path;
    private final CaseEndListener caseEnd;
    private final CalledProcessListener called;

    ProjectionParseListener(TaskProjectionListener taskRows, PathListener path, CaseEndListener caseEnd, CalledProcessListener called) {
        this.taskRows = taskRows;
        this.path = path;
        this.caseEnd = caseEnd;
        this.called = called;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity definition) {
        if (ComplaintWorkflowAdapter.PROCESS.equals(definition.getKey())) {
            definition.addBuiltInListener(ExecutionListener.EVENTNAME_END, caseEnd);
        }
        definition.addBuiltInListener(ExecutionListener.EVENTNAME_START, called);
        listen(definition.getActivities(), !BESIDE.contains(definition.getKey()));
    }

    private void listen(List<ActivityImpl> activities, boolean drawn) {
        for (ActivityImpl activity : activities) {
            if (drawn && !activity.getId().endsWith(BpmnParse.MULTI_INSTANCE_BODY_ID_SUFFIX)) {
                activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, path);
                activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, path);
            }
            if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior behavior) {
                listen(behavior.getTaskDefinition());
            }
            listen(activity.getActivities(), drawn);
        }
    }

    private void listen(TaskDefinition task) {
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, taskRows);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, taskRows);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, taskRows);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, taskRows);
    }
}
