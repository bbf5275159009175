package org.redress.process.studio;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.xml.instance.DomElement;

/** A decision file as it lies in a set. */
final class DecisionFile {

    private final String file;
    private final DmnModelInstance model;

    private DecisionFile(String file, DmnModelInstance model) {
        this.file = file;
        this.model = model;
    }

    /** @throws org.camunda.bpm.model.xml.ModelException for what is no DMN */
    static DecisionFile read(String file, byte[] content) {
        return new DecisionFile(file, Dmn.readModelFromStream(new ByteArrayInputStream(content)));
    }

    String file() {
        return file;
    }

    List<Decision> decisions() {
        return new ArrayList<>(model.getModelElementsByType(Decision.class));
    }

    List<DecisionTable> tables() {
        return new ArrayList<>(model.getModelElementsByType(DecisionTable.class));
    }

    Optional<Decision> decision(String id) {
        return decisions().stream().filter(decision -> id.equals(decision.getId())).findFirst();
    }

    /** Names under which a process reads what the decision says; empty for one that is no table. */
    static Set<String> outputs(Decision decision) {
        Set<String> names = new LinkedHashSet<>();
        Collection<DecisionTable> tables = decision.getChildElementsByType(DecisionTable.class);
        tables.forEach(table -> table.getOutputs().stream().map(Output::getName).filter(name -> name != null && !name.isBlank()).forEach(names::add));
        return names;
    }

    /** The house's own properties of an element: name.en, name.zh-CN, doc.zh-CN. */
    static Map<String, String> properties(DmnElement element) {
        Map<String, String> properties = new HashMap<>();
        if (element.getExtensionElements() != null) {
            for (DomElement list : element.getExtensionElements().getDomElement().getChildElements()) {
                for (DomElement each : list.getChildElements()) {
                    if (each.getAttribute("name") != null && each.getAttribute("value") != null) {
                        properties.put(each.getAttribute("name"), each.getAttribute("value"));
                    }
                }
            }
        }
        return properties;
    }
}
