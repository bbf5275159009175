package org.redress.process.studio;

import org.camunda.bpm.model.bpmn.instance.FlowElement;

/** Ids say what something is, because journals, exports and migrations speak in ids: userTask_assessComplaint, gateway_upheld, flow_notSatisfied. */
final class IdRule implements ProcessRule {

    @Override
    public void check(ProcessFile process, Models models, House house, Findings found) {
        for (FlowElement element : process.all(FlowElement.class)) {
            String prefix = prefix(element.getElementType().getTypeName());
            if (!Known.idOf(element).matches(prefix + "_[a-z][A-Za-z0-9]*")) {
                found.warning(Known.idOf(element), "id.form", Known.idOf(element), prefix + "_");
            }
        }
    }

    private static String prefix(String type) {
        if (type.endsWith("Event")) {
            return "event";
        }
        if (type.endsWith("Gateway")) {
            return "gateway";
        }
        return type.equals("sequenceFlow") ? "flow" : type;
    }
}
