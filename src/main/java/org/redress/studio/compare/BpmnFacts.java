package org.redress.studio.compare;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A process, element by element. What an event waits for or a task repeats belongs to that event or task, as people see it. */
final class BpmnFacts {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final Set<String> PARTS = Set.of("incoming", "outgoing", "extensionElements", "documentation", "flowNodeRef", "laneSet", "conditionExpression",
            "definitions", "text");
    /** Said elsewhere: as what is inside, or as the element itself. */
    private static final Set<String> UNSAID = Set.of("id", "targetNamespace", "exporter", "exporterVersion");

    private final Map<String, Facts> elements = new LinkedHashMap<>();
    private final Map<String, Element> byId = new HashMap<>();

    private BpmnFacts() {
    }

    static Map<String, Facts> of(byte[] content) throws Xml.Unreadable {
        Document document = Xml.parse(content);
        BpmnFacts facts = new BpmnFacts();
        facts.index(document.getDocumentElement());
        facts.walk(document.getDocumentElement(), "");
        facts.lanes(document);
        facts.draw(document);
        return facts.elements;
    }

    private void index(Element parent) {
        for (Element child : Xml.children(parent)) {
            if (child.hasAttribute("id")) {
                byId.putIfAbsent(child.getAttribute("id"), child);
            }
            index(child);
        }
    }

    private void walk(Element parent, String inside) {
        for (Element child : Xml.children(parent)) {
            if (!BPMN.equals(child.getNamespaceURI())) {
                continue;
            }
            if (isElement(child)) {
                Facts facts = new Facts(child.getLocalName());
                String id = child.getAttribute("id");
                elements.put(id, facts);
                read(child, facts);
                facts.say("parent", inside);
                walk(child, child.getLocalName().equals("process") ? "" : id);
            } else if (child.getLocalName().equals("laneSet")) {
                walk(child, inside);
            }
        }
    }

    private static boolean isElement(Element child) {
        String name = child.getLocalName();
        return child.hasAttribute("id") && !PARTS.contains(name) && !name.endsWith("EventDefinition") && !name.endsWith("LoopCharacteristics");
    }

    private void read(Element element, Facts facts) {
        for (Attr attribute : Xml.attributes(element)) {
            String name = attribute.getLocalName();
            if (!UNSAID.contains(name)) {
                facts.say(name, attribute.getValue());
            }
        }
        facts.say("documentation", Xml.text(element, "documentation"));
        facts.say("text", Xml.text(element, "text"));
        facts.say("condition", Xml.text(element, "conditionExpression"));
        Xml.properties(element, facts);
        extensions(element, facts);
        for (Element child : Xml.children(element)) {
            if (child.getLocalName().endsWith("EventDefinition")) {
                event(child, facts);
            } else if (child.getLocalName().endsWith("LoopCharacteristics")) {
                loop(child, facts);
            }
        }
    }

    private static void extensions(Element element, Facts facts) {
        for (Element extensions : Xml.children(element, "extensionElements")) {
            for (Element mapping : Xml.children(extensions, "inputOutput")) {
                Xml.children(mapping, "inputParameter").forEach(each -> facts.say("input", each.getAttribute("name"), each.getTextContent().strip()));
                Xml.children(mapping, "outputParameter").forEach(each -> facts.say("output", each.getAttribute("name"), each.getTextContent().strip()));
            }
            for (Element listener : Xml.children(extensions)) {
                switch (listener.getLocalName()) {
                    case "executionListener", "taskListener" -> facts.say("listener", listener.getAttribute("event"), listener.getAttribute("delegateExpression"));
                    case "failedJobRetryTimeCycle" -> facts.say("retries", listener.getTextContent().strip());
                    case "in", "out" -> facts.say(listener.getLocalName(), attributes(listener));
                    default -> { }
                }
            }
        }
    }

    private void event(Element definition, Facts facts) {
        String kind = definition.getLocalName().substring(0, definition.getLocalName().length() - "EventDefinition".length());
        String about = "";
        for (Element time : Xml.children(definition)) {
            about = time.getLocalName().startsWith("time") || time.getLocalName().equals("condition") ? time.getTextContent().strip() : about;
        }
        String refers = definition.getAttribute(kind + "Ref");
        Element target = byId.get(refers);
        if (target != null) {
            String code = target.getAttribute(kind + "Code");
            about = code.isEmpty() ? target.getAttribute("name") : code;
        }
        facts.say(kind, about.isEmpty() ? "true" : about);
    }

    private static void loop(Element loop, Facts facts) {
        facts.say("loop", (loop.getAttribute("isSequential").equals("true") ? "sequential" : "parallel"));
        Xml.attributes(loop).stream().filter(attribute -> !Set.of("id", "isSequential").contains(attribute.getLocalName()))
                .forEach(attribute -> facts.say("loop", attribute.getLocalName(), attribute.getValue()));
        Xml.children(loop).forEach(child -> facts.say("loop", child.getLocalName(), child.getTextContent().strip()));
    }

    private static String attributes(Element element) {
        StringBuilder said = new StringBuilder();
        Xml.attributes(element).forEach(attribute -> said.append(said.isEmpty() ? "" : " ").append(attribute.getLocalName()).append('=').append(attribute.getValue()));
        return said.toString();
    }

    private void lanes(Document document) {
        for (Element lane : Xml.all(document, "lane")) {
            String name = lane.getAttribute("name").isEmpty() ? lane.getAttribute("id") : lane.getAttribute("name");
            Xml.children(lane, "flowNodeRef").forEach(reference -> {
                Facts facts = elements.get(reference.getTextContent().strip());
                if (facts != null) {
                    facts.say("lane", name);
                }
            });
        }
    }

    private void draw(Document document) {
        for (String kind : Set.of("BPMNShape", "BPMNEdge")) {
            for (Element drawn : Xml.all(document, kind)) {
                Facts facts = elements.get(drawn.getAttribute("bpmnElement"));
                if (facts != null) {
                    facts.draw(drawn.getAttribute("isExpanded"));
                    lines(drawn, facts);
                }
            }
        }
    }

    private static void lines(Element drawn, Facts facts) {
        for (Element part : Xml.children(drawn)) {
            facts.draw(attributes(part));
            lines(part, facts);
        }
    }
}
