package org.redress.process;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import javax.xml.XMLConstants;

import org.redress.process.gate.ModelXml;
import org.w3c.dom.Attr;
import org.w3c.dom.Comment;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.ProcessingInstruction;

/**
 * Writes a model as the files in bpmn/ are written: two spaces, attributes and the parts of an element in one order, whatever tool saved it. What has an
 * order of its own (steps, rules, shapes) keeps it. The same model is always the same bytes, so a difference between files is a difference of models.
 */
final class CanonicalXml {

    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String DMN = "https://www.omg.org/spec/DMN/";
    /** Editors leave out what a file does not use at the moment; declared always, they do not come and go. */
    private static final Map<String, String> PROCESS_PREFIXES = Map.of("bpmn", ModelXml.BPMN, "bpmndi", ModelXml.BPMN_DIAGRAM,
            "dc", "http://www.omg.org/spec/DD/20100524/DC", "di", "http://www.omg.org/spec/DD/20100524/DI", "xsi", XSI, "camunda", ModelXml.CAMUNDA,
            "modeler", "http://camunda.org/schema/modeler/1.0");
    private static final List<String> PREFIXES = List.of("xmlns", "xmlns:bpmn", "xmlns:bpmndi", "xmlns:dmndi", "xmlns:dc", "xmlns:di", "xmlns:xsi",
            "xmlns:camunda", "xmlns:biodi", "xmlns:redress", "xmlns:modeler");
    private static final List<String> ATTRIBUTES = List.of("id", "label", "name", "hitPolicy", "isExecutable", "bpmnElement", "dmnElementRef", "x", "y", "width",
            "height", "sourceRef", "targetRef", "attachedToRef", "default", "triggeredByEvent", "isInterrupting", "cancelActivity", "messageRef", "isExpanded",
            "isMarkerVisible", "typeRef", "targetNamespace", "namespace", "expressionLanguage", "value", "xsi:type", "camunda:formRef", "camunda:formRefBinding",
            "camunda:decisionRef", "camunda:decisionRefBinding", "camunda:delegateExpression", "camunda:versionTag", "camunda:historyTimeToLive",
            "camunda:asyncBefore", "camunda:asyncAfter", "camunda:assignee", "camunda:candidateGroups");
    private static final List<String> PARTS = List.of("documentation", "extensionElements", "incoming", "outgoing");

    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

    static byte[] of(Document document) {
        CanonicalXml writer = new CanonicalXml();
        for (Node node = document.getFirstChild(); node != null; node = node.getNextSibling()) {
            writer.write(node, 0);
        }
        return writer.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** One node on lines of its own. */
    private void write(Node node, int depth) {
        String indent = "  ".repeat(depth);
        if (node instanceof Element element) {
            out.append(indent);
            element(element, depth);
            out.append('\n');
        } else if (node instanceof Comment comment) {
            out.append(indent).append("<!--").append(comment.getData()).append("-->\n");
        } else if (node instanceof ProcessingInstruction instruction) {
            out.append(indent).append("<?").append(instruction.getTarget()).append(' ').append(instruction.getData()).append("?>\n");
        }
    }

    private void element(Element element, int depth) {
        out.append('<').append(element.getNodeName());
        attributes(element).forEach(attribute -> out.append(' ').append(attribute.name()).append("=\"").append(quoted(attribute.value())).append('"'));
        List<Node> inside = inside(element);
        if (inside.isEmpty()) {
            text(element);
        } else if (isMixed(element)) {
            out.append('>');
            mixed(element, depth);
            out.append("</").append(element.getNodeName()).append('>');
        } else {
            out.append(">\n");
            inside.forEach(node -> write(node, depth + 1));
            out.append("  ".repeat(depth)).append("</").append(element.getNodeName()).append('>');
        }
    }

    private void text(Element element) {
        String text = element.getTextContent();
        boolean nothing = text.isBlank() && (text.isEmpty() || text.contains("\n"));
        if (nothing && !isCell(element)) {
            out.append(" />");
        } else {
            out.append('>').append(nothing ? "" : escaped(text)).append("</").append(element.getNodeName()).append('>');
        }
    }

    /** Cells of tables are written in full, also the empty ones. */
    private static boolean isCell(Element element) {
        return "text".equals(element.getLocalName()) && String.valueOf(element.getNamespaceURI()).startsWith(DMN);
    }

    private void mixed(Element element, int depth) {
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element inner) {
                element(inner, depth);
            } else if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
                out.append(escaped(node.getNodeValue()));
            }
        }
    }

    private static boolean isMixed(Element element) {
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if ((node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) && !node.getNodeValue().isBlank()) {
                return true;
            }
        }
        return false;
    }

    /** Everything but the text between; in order, except where a comment stands: what it is about is beside it. */
    private static List<Node> inside(Element element) {
        List<Node> nodes = new ArrayList<>();
        boolean commented = false;
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element || node instanceof Comment) {
                nodes.add(node);
                commented |= node instanceof Comment;
            }
        }
        if (!commented && ModelXml.BPMN.equals(element.getNamespaceURI())) {
            nodes.sort(element.getLocalName().equals("extensionElements") ? Comparator.comparing(Node::getLocalName) : Comparator.comparing(CanonicalXml::part));
        }
        return nodes;
    }

    private static int part(Node node) {
        int place = PARTS.indexOf(node.getLocalName());
        return place < 0 ? PARTS.size() : place;
    }

    private static List<Written> attributes(Element element) {
        List<Written> found = new ArrayList<>();
        List<Written> declared = new ArrayList<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            (XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI()) ? declared : found).add(new Written(attribute.getName(), attribute.getValue()));
        }
        if (element.getLocalName().equals("definitions") && ModelXml.BPMN.equals(element.getNamespaceURI())) {
            PROCESS_PREFIXES.forEach((prefix, namespace) -> {
                if (declared.stream().noneMatch(each -> each.value().equals(namespace) || each.name().equals("xmlns:" + prefix))) {
                    declared.add(new Written("xmlns:" + prefix, namespace));
                }
            });
        }
        declared.sort(Comparator.comparing((Written each) -> place(PREFIXES, each.name())).thenComparing(Written::name));
        List<String> order = isBoundsOfDecision(element) ? List.of() : ATTRIBUTES;
        found.sort(Comparator.comparing((Written each) -> each.name().contains(":")).thenComparing(each -> place(order, each.name()))
                .thenComparing(Written::name));
        declared.addAll(found);
        return declared;
    }

    /** Drawings of processes say where and how large, those of decisions go by the alphabet. */
    private static boolean isBoundsOfDecision(Element element) {
        return "Bounds".equals(element.getLocalName()) && String.valueOf(element.getNamespaceURI()).contains("/DMN/");
    }

    private static int place(List<String> order, String name) {
        int place = order.indexOf(name);
        return place < 0 ? order.size() : place;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;");
    }

    private static String quoted(String text) {
        return escaped(text).replace("\"", "&#34;").replace("\n", "&#10;").replace("\t", "&#9;");
    }

    private record Written(String name, String value) {
    }
}
