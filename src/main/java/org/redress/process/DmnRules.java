package org.redress.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The rules a decision passes: FEEL and nothing else, so that evaluating a table can only compare and compute. */
final class DmnRules {

    private static final Set<String> LANGUAGE_ATTRIBUTES = Set.of("expressionLanguage", "typeLanguage");
    private static final Set<String> ATTRIBUTES = Set.of("historyTimeToLive", "versionTag", "inputVariable", "diagramRelationId");

    List<ModelProblem> check(String file, Document document) {
        var problems = new ArrayList<ModelProblem>();
        for (var element : ModelXml.elements(document)) {
            check(element).forEach(text -> problems.add(new ModelProblem(file, ModelXml.idOf(element), text)));
        }
        return problems;
    }

    private static List<String> check(Element element) {
        var found = new ArrayList<String>();
        for (var attribute : ModelXml.attributes(element)) {
            if (LANGUAGE_ATTRIBUTES.contains(attribute.getLocalName()) && !isFeel(attribute.getValue())) {
                found.add("expressions are written in FEEL, not in " + attribute.getValue());
            }
            if (ModelXml.CAMUNDA_DMN.equals(attribute.getNamespaceURI()) && !ATTRIBUTES.contains(attribute.getLocalName())) {
                found.add("camunda:" + attribute.getLocalName() + " is not allowed");
            }
        }
        if (element.getLocalName().equals("import")) {
            found.add("a decision may not import");
        }
        return found;
    }

    private static boolean isFeel(String language) {
        return language.equalsIgnoreCase("feel") || (language.startsWith("https://www.omg.org/spec/DMN/") && language.endsWith("/FEEL/"))
                || (language.startsWith("http://www.omg.org/spec/DMN/") && language.endsWith("/FEEL/"));
    }
}
