package org.redress.process.studio;

import org.camunda.bpm.model.bpmn.instance.Process;

/** Lists, journals and reports name the version of a process by its tag. */
final class VersionTagRule implements ProcessRule {

    @Override
    public void check(ProcessFile process, Models models, House house, Findings found) {
        for (Process each : process.processes()) {
            if (ProcessFile.text(each.getCamundaVersionTag()).isEmpty()) {
                found.warning(each.getId(), "file.noVersionTag");
            }
        }
    }
}
