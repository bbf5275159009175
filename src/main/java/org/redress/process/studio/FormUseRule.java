package org.redress.process.studio;

import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.redress.studio.ModelKind;

/** What a step of a process, or the house itself, reads of a form stays in it; a form that no step uses is never seen. */
final class FormUseRule implements FormFileRule {

    @Override
    public void check(String file, JsonNode form, Models models, House house, Findings found) {
        String id = ModelKind.FORM.id(file);
        Set<String> keys = FormFile.keys(form);
        boolean used = false;
        for (ProcessFile process : models.allProcesses()) {
            for (UserTask task : process.all(UserTask.class)) {
                if (id.equals(ProcessFile.text(task.getCamundaFormRef()))) {
                    used = true;
                    house.keysOf(task.getId()).stream().filter(key -> !keys.contains(key)).sorted().forEach(key -> found.error("", "form.houseKey", id, key));
                    FormRule.missing(task, process, models, house).forEach(name -> found.error("", "form.stillAsked", name, task.getId()));
                }
            }
        }
        if (!used) {
            found.warning("", "form.unused");
        }
    }
}
