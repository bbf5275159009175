package org.redress.process.gate;

import java.util.Optional;
import java.util.Set;

import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What a decision may be made of: tables and single expressions, and what they need of each other. */
final class DmnAllowed implements Allowed {

    private static final String HOUSE = "https://redress.org/schema/1.0";
    private static final String BIODI = "http://bpmn.io/schema/dmn/biodi/2.0";
    private static final Set<String> BESIDE = Set.of("https://www.omg.org/spec/DMN/20191111/DMNDI/", "http://www.omg.org/spec/DMN/20180521/DMNDI/",
            "http://www.omg.org/spec/DMN/20180521/DC/", "http://www.omg.org/spec/DMN/20180521/DI/", BIODI, "http://bpmn.io/schema/dmn/biodi/1.0");

    private static final Set<String> ELEMENTS = Set.of("definitions", "decision", "variable", "question", "allowedAnswers", "description",
            "extensionElements", "informationRequirement", "requiredDecision", "requiredInput", "inputData", "authorityRequirement",
            "requiredAuthority", "knowledgeSource", "decisionTable", "input", "inputExpression", "inputValues", "inputEntry", "output",
            "outputValues", "outputEntry", "defaultOutputEntry", "rule", "annotation", "annotationEntry", "text", "literalExpression",
            "textAnnotation", "association", "sourceRef", "targetRef");
    private static final Set<String> DRAWING = Set.of("DMNDI", "DMNDiagram", "DMNShape", "DMNEdge", "DMNLabel", "DMNDecisionServiceDividerLine", "Size",
            "Bounds", "waypoint", "bounds", "edge");
    private static final Set<String> ATTRIBUTES = Set.of("id", "name", "label", "namespace", "exporter", "exporterVersion", "expressionLanguage",
            "typeLanguage", "hitPolicy", "aggregation", "preferredOrientation", "outputLabel", "typeRef", "href", "textFormat",
            "associationDirection", "locationURI");
    private static final Set<String> DRAWING_ATTRIBUTES = Set.of("id", "name", "dmnElementRef", "isCollapsed", "isListedInputData", "sharedStyle", "x",
            "y", "width", "height", "useAlternativeInputDataShape", "source");
    private static final Set<String> CAMUNDA = Set.of("historyTimeToLive", "versionTag", "inputVariable", "diagramRelationId");
    private static final Set<String> WIDTHS = Set.of("width", "annotationsWidth");
    private static final Set<String> TEXTS = Set.of("text", "description", "question", "allowedAnswers");

    private static boolean own(Element element) {
        return String.valueOf(element.getOwnerDocument().getDocumentElement().getNamespaceURI()).equals(element.getNamespaceURI());
    }

    @Override
    public boolean element(Element element) {
        var name = element.getLocalName();
        if (own(element)) {
            return ELEMENTS.contains(name) && name.equals("definitions") == !(element.getParentNode() instanceof Element);
        }
        var namespace = String.valueOf(element.getNamespaceURI());
        return HOUSE.equals(namespace) ? name.equals("properties") || name.equals("property") : BESIDE.contains(namespace) && DRAWING.contains(name);
    }

    @Override
    public boolean attribute(Element element, Attr attribute) {
        var name = attribute.getLocalName();
        return switch (String.valueOf(attribute.getNamespaceURI())) {
            case "null" -> own(element) ? ATTRIBUTES.contains(name)
                    : HOUSE.equals(element.getNamespaceURI()) ? name.equals("name") || name.equals("value") : DRAWING_ATTRIBUTES.contains(name);
            case ModelXml.CAMUNDA_DMN -> CAMUNDA.contains(name);
            case BIODI -> WIDTHS.contains(name);
            default -> CommonAttributes.allow(element, attribute);
        };
    }

    @Override
    public boolean text(Element element) {
        return own(element) && TEXTS.contains(element.getLocalName());
    }

    @Override
    public Optional<String> instead(Node word) {
        return Optional.empty();
    }
}
