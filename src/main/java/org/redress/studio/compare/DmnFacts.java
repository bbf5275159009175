package org.redress.studio.compare;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Decisions, element by element; their rules are laid beside one another by {@link RuleTables}. */
final class DmnFacts {

    private static final Set<String> ELEMENTS = Set.of("definitions", "decision", "inputData", "knowledgeSource", "businessKnowledgeModel", "input", "output",
            "textAnnotation");
    private static final Set<String> UNSAID = Set.of("id", "exporter", "exporterVersion", "namespace", "href", "executionPlatform", "executionPlatformVersion");
    private static final Set<String> DRAWN = Set.of("width", "annotationsWidth");

    private final Map<String, Facts> elements = new LinkedHashMap<>();

    private DmnFacts() {
    }

    static Map<String, Facts> of(byte[] content) throws Xml.Unreadable {
        Document document = Xml.parse(content);
        DmnFacts facts = new DmnFacts();
        facts.read(document.getDocumentElement());
        facts.draw(document);
        return facts.elements;
    }

    private void read(Element element) {
        if (ELEMENTS.contains(element.getLocalName()) && element.hasAttribute("id")) {
            elements.put(element.getAttribute("id"), facts(element));
        }
        Xml.children(element).forEach(this::read);
    }

    private static Facts facts(Element element) {
        Facts facts = new Facts(element.getLocalName());
        own(element, facts);
        facts.say("documentation", Xml.text(element, "description"));
        facts.say("text", Xml.text(element, "text"));
        Xml.properties(element, facts);
        for (Element child : Xml.children(element)) {
            switch (child.getLocalName()) {
                case "decisionTable" -> own(child, facts);
                case "literalExpression" -> facts.say("expression", Xml.text(child, "text"));
                case "inputExpression" -> {
                    facts.say("expression", Xml.text(child, "text"));
                    own(child, facts);
                }
                case "inputValues", "outputValues" -> facts.say("values", Xml.text(child, "text"));
                case "variable" -> facts.say("variable", child.getAttribute("name") + " " + child.getAttribute("typeRef"));
                case "informationRequirement", "authorityRequirement", "knowledgeRequirement" -> Xml.children(child)
                        .forEach(needed -> facts.say("needs", needed.getAttribute("href").replace("#", "")));
                default -> { }
            }
        }
        return facts;
    }

    private static void own(Element element, Facts facts) {
        for (Attr attribute : Xml.attributes(element)) {
            if (DRAWN.contains(attribute.getLocalName())) {
                facts.draw(attribute.getLocalName() + "=" + attribute.getValue());
            } else if (!UNSAID.contains(attribute.getLocalName())) {
                facts.say(attribute.getLocalName(), attribute.getValue());
            }
        }
    }

    private void draw(Document document) {
        for (Element shape : Xml.all(document, "DMNShape")) {
            Facts facts = elements.get(shape.getAttribute("dmnElementRef"));
            if (facts != null) {
                Xml.children(shape, "Bounds").forEach(bounds -> Xml.attributes(bounds)
                        .forEach(attribute -> facts.draw(attribute.getLocalName() + "=" + attribute.getValue())));
            }
        }
    }
}
