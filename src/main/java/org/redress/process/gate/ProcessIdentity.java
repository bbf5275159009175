package org.redress.process.gate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.redress.studio.ModelKind;
import org.w3c.dom.Element;

/** One process a file, called like the file: a file cannot bring another process along, or take the place of one. Every id once. */
final class ProcessIdentity implements Guard {

    @Override
    public Stage stage() {
        return Stage.CONTENT;
    }

    @Override
    public void check(ModelFile file, Report report) {
        if (!file.is(ModelKind.PROCESS)) {
            return;
        }
        List<Element> elements = ModelXml.elements(file.document());
        List<Element> processes = elements.stream().filter(element -> ModelXml.isBpmn(element, "process")).toList();
        if (processes.size() != 1) {
            report.file("processes", processes.size());
        }
        for (Element process : processes) {
            if (!process.getAttribute("id").equals(file.id())) {
                report.element(process, "processId", process.getAttribute("id"), file.id());
            }
            if (!process.getAttribute("isExecutable").equals("true")) {
                report.element(process, "notExecutable");
            }
        }
        idsOnce(elements, report);
    }

    /** Ids of the house's own words and of the engine's are no names of elements. */
    static void idsOnce(List<Element> elements, Report report) {
        Set<String> seen = new HashSet<>();
        for (Element element : elements) {
            var id = element.getAttribute("id");
            if (!id.isEmpty() && !ModelXml.CAMUNDA.equals(element.getNamespaceURI()) && !seen.add(id)) {
                report.element(id, "idTwice", id);
            }
        }
    }
}
