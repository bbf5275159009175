package org.redress.process;

import java.util.List;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Puts the house's listeners on every model as it is parsed, so that no designer has to think of lists and paths. */
@Component
class ProjectionParseListener extends AbstractBpmnParseListener {

    private final TaskProjectionListener taskRows;
    private final PathListener path;

    ProjectionParseListener(TaskProjectionListener taskRows, PathListener path) {
        this.taskRows = taskRows;
        this.path = path;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity definition) {
        listen(definition.getActivities());
    }

    private void listen(List<ActivityImpl> activities) {
        for (ActivityImpl activity : activities) {
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, path);
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, path);
            if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior behavior) {
                listen(behavior.getTaskDefinition());
            }
            listen(activity.getActivities());
        }
    }

    private void listen(TaskDefinition task) {
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, taskRows);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, taskRows);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, taskRows);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, taskRows);
    }
}
