package org.redress.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The rules a process passes before the engine may read it. */
final class BpmnRules {

    private static final Set<String> KNOWN = Set.of(ModelXml.BPMN, ModelXml.CAMUNDA);
    /** The engine still takes this for its own. */
    private static final String OLD_NAMESPACE = "http://activiti.org/bpmn";
    private static final Set<String> BOUND = Set.of("formRef", "decisionRef");

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{[^}]*}");

    private final ExpressionGrammar grammar;

    BpmnRules(ModelVocabulary vocabulary) {
        this.grammar = new ExpressionGrammar(vocabulary);
    }

    List<ModelProblem> check(String file, Document document) {
        var problems = new ArrayList<ModelProblem>();
        for (var element : ModelXml.elements(document)) {
            check(element).forEach(text -> problems.add(new ModelProblem(file, ModelXml.idOf(element), text)));
        }
        return problems;
    }

    private List<String> check(Element element) {
        var found = new ArrayList<String>();
        var name = element.getLocalName();
        if (!KNOWN.contains(String.valueOf(element.getNamespaceURI()))) {
            // The engine asks for the name of an element and not for its namespace, except in the drawing.
            if (!isDrawing(element)) {
                found.add("<" + element.getNodeName() + "> is of a foreign namespace");
            }
            return found;
        }
        var allowed = element.getNamespaceURI().equals(ModelXml.BPMN) ? BpmnAllowed.ELEMENTS : BpmnAllowed.EXTENSIONS;
        if (!allowed.contains(name)) {
            found.add("<" + name + "> is not allowed");
        }
        for (var attribute : ModelXml.attributes(element)) {
            if (ModelXml.CAMUNDA.equals(attribute.getNamespaceURI()) && !BpmnAllowed.ATTRIBUTES.contains(attribute.getLocalName())) {
                found.add("camunda:" + attribute.getLocalName() + " is not allowed");
            }
            if (OLD_NAMESPACE.equals(attribute.getNamespaceURI())) {
                found.add(attribute.getName() + " is not allowed");
            }
            if (!attribute.getLocalName().equals("delegateExpression")) {
                found.addAll(grammar.check(attribute.getValue()));
            }
        }
        checkText(element, found);
        checkKind(element, found);
        return found;
    }

    private static boolean isDrawing(Element element) {
        for (Node node = element; node instanceof Element around; node = node.getParentNode()) {
            if (around.getLocalName().equals("BPMNDiagram") && ModelXml.BPMN_DIAGRAM.equals(around.getNamespaceURI())
                    && around.getParentNode() == around.getOwnerDocument().getDocumentElement()) {
                return true;
            }
        }
        return false;
    }

    /** Of a leaf only: the text of an element with children is the layout between them. */
    private void checkText(Element element, List<String> found) {
        if (element.getElementsByTagName("*").getLength() == 0 && !element.getLocalName().equals("documentation")) {
            found.addAll(grammar.check(element.getTextContent()));
        }
        if (element.hasAttribute("language")) {
            found.add("a language of its own is not allowed in <" + element.getLocalName() + ">");
        }
    }

    private void checkKind(Element element, List<String> found) {
        switch (element.getLocalName()) {
            case "userTask" -> checkUserTask(element, found);
            case "serviceTask" -> checkStep(element, camunda(element, "delegateExpression"), found);
            case "executionListener", "taskListener" -> checkStep(element, element.getAttribute("delegateExpression"), found);
            case "callActivity" -> bound(element, "calledElementBinding", found);
            default -> {
                if (!camunda(element, "delegateExpression").isEmpty()) {
                    checkStep(element, camunda(element, "delegateExpression"), found);
                }
            }
        }
        BOUND.stream().filter(reference -> !camunda(element, reference).isEmpty())
                .forEach(reference -> bound(element, reference + "Binding", found));
    }

    /** Listeners carry their settings without a prefix, so that the list of camunda attributes does not meet them. */
    private void checkStep(Element element, String expression, List<String> found) {
        grammar.stepName(expression).ifPresentOrElse(
                name -> {
                    if (!grammar.isStep(name)) {
                        found.add("there is no step called " + name);
                    }
                },
                () -> found.add("<" + element.getLocalName() + "> must name one step: delegateExpression=\"${name}\""));
        for (var other : List.of("class", "expression")) {
            if (element.hasAttribute(other)) {
                found.add(other + " is not allowed in <" + element.getLocalName() + ">");
            }
        }
    }

    private static void checkUserTask(Element task, List<String> found) {
        var groups = EXPRESSION.matcher(camunda(task, "candidateGroups")).replaceAll("team").strip();
        if (groups.isEmpty() || groups.contains(",")) {
            found.add("a user task belongs to exactly one team: candidateGroups has " + (groups.isEmpty() ? "none" : groups));
        }
        if (camunda(task, "formRef").isEmpty()) {
            found.add("a user task needs a form: formRef is missing");
        }
    }

    private static void bound(Element element, String attribute, List<String> found) {
        if (!camunda(element, attribute).equals("deployment")) {
            found.add("camunda:" + attribute + " must be deployment: a case keeps the rules it was received under");
        }
    }

    private static String camunda(Element element, String attribute) {
        return element.getAttributeNS(ModelXml.CAMUNDA, attribute);
    }
}
