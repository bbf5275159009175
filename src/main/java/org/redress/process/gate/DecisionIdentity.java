package org.redress.process.gate;

import java.util.List;

import org.redress.studio.ModelKind;
import org.w3c.dom.Element;

/** The decision that is called like the file, and beside it only helpers named after it: a file cannot take the place of another's decision. */
final class DecisionIdentity implements Guard {

    @Override
    public Stage stage() {
        return Stage.CONTENT;
    }

    static List<Element> decisions(ModelFile file) {
        return ModelXml.elements(file.document()).stream().filter(element -> "decision".equals(element.getLocalName())).toList();
    }

    @Override
    public void check(ModelFile file, Report report) {
        if (!file.is(ModelKind.DECISION)) {
            return;
        }
        boolean found = false;
        for (Element decision : decisions(file)) {
            var id = decision.getAttribute("id");
            found |= id.equals(file.id());
            if (!id.equals(file.id()) && !id.startsWith(file.id() + "_")) {
                report.element(decision, "helperId", id, file.id());
            }
        }
        if (!found) {
            report.file("decisionId", file.id());
        }
        ProcessIdentity.idsOnce(ModelXml.elements(file.document()), report);
    }
}
