package org.redress.process.studio;

import java.util.ArrayList;
import java.util.List;

import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.redress.studio.Finding;
import org.redress.studio.Finding.Layer;
import org.redress.studio.ModelKind;

/** What processes of a set name although it is not there. */
final class References {

    private References() {
    }

    static List<Finding> to(String file, Models models, House house) {
        ModelKind kind = ModelKind.of(file).orElseThrow();
        String id = kind.id(file);
        List<Finding> all = new ArrayList<>();
        if (house.files().contains(file)) {
            Findings found = new Findings(file, Layer.HOUSE);
            found.error("", "file.needed");
            all.addAll(found.in(Places.NONE));
        }
        for (ProcessFile process : models.allProcesses()) {
            Findings found = new Findings(process.file(), Layer.HOUSE);
            switch (kind) {
                case FORM -> process.all(UserTask.class).stream().filter(task -> id.equals(ProcessFile.text(task.getCamundaFormRef())))
                        .forEach(task -> found.error(task.getId(), "form.missing", id));
                case DECISION -> process.all(BusinessRuleTask.class).stream().filter(task -> id.equals(ProcessFile.text(task.getCamundaDecisionRef())))
                        .forEach(task -> found.error(task.getId(), "decision.missing", id));
                case PROCESS -> process.all(CallActivity.class).stream().filter(call -> id.equals(ProcessFile.text(call.getCalledElement())))
                        .forEach(call -> found.error(call.getId(), "call.missing", id));
            }
            all.addAll(found.in(Places.NONE));
        }
        return all;
    }
}
