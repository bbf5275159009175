package org.redress.process.studio;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.xml.instance.DomElement;

/** The names that have a value somewhere in a process: facts of the house, answers of forms, and what elements of the model give. */
final class Known {

    private static final Set<String> OF_LOOPS = Set.of("nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances", "loopCounter");
    /** Attributes that give something a name, with or without the prefix of Camunda. */
    private static final List<String> NAMING = List.of("resultVariable", "elementVariable", "errorCodeVariable", "errorMessageVariable",
            "escalationCodeVariable", "initiator", "target");

    private final Set<String> names = new HashSet<>(OF_LOOPS);
    private final House house;
    private boolean anything;

    private Known(House house) {
        this.house = house;
    }

    static Known in(ProcessFile process, Models models, House house) {
        Known known = new Known(house);
        known.names.addAll(house.variables());
        known.names.add("decisionResult");
        process.all(UserTask.class).forEach(task -> known.names.addAll(models.keysOf(task)));
        known.collect(process.model().getDocument().getRootElement());
        Set<String> keys = process.processes().stream().map(BaseElement::getId).collect(Collectors.toSet());
        if (models.calledProcesses().stream().anyMatch(keys::contains)) {
            models.allProcesses().forEach(caller -> known.given(caller, keys));
        }
        return known;
    }

    /** What callers hand over. */
    private void given(ProcessFile caller, Set<String> keys) {
        for (CallActivity call : caller.all(CallActivity.class)) {
            if (keys.contains(ProcessFile.text(call.getCalledElement())) && call.getExtensionElements() != null) {
                for (CamundaIn handed : call.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list()) {
                    anything |= "all".equals(handed.getCamundaVariables());
                    if (handed.getCamundaTarget() != null) {
                        names.add(handed.getCamundaTarget());
                    }
                }
            }
        }
    }

    private void collect(DomElement element) {
        String name = element.getLocalName();
        if (name.equals("inputParameter") || name.equals("outputParameter")) {
            String given = element.getAttribute("name");
            if (given != null) {
                names.add(given);
            }
        }
        for (String attribute : NAMING) {
            for (String value : new String[] {element.getAttribute(attribute), element.getAttribute("http://camunda.org/schema/1.0/bpmn", attribute)}) {
                if (value != null) {
                    names.add(value);
                }
            }
        }
        element.getChildElements().forEach(this::collect);
    }

    boolean has(String name) {
        return anything || names.contains(name) || house.isFunctions(name);
    }

    /** Names in the text that nobody gives a value. */
    Set<String> unknownIn(String text) {
        Set<String> unknown = new HashSet<>(Expressions.names(text));
        unknown.removeIf(this::has);
        return unknown;
    }

    static String idOf(BaseElement element) {
        return element.getId() == null ? "" : element.getId();
    }
}
