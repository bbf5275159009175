package org.redress.process.gate;

import java.util.Set;

import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The drawing of a process: shapes, edges, labels, colours. The engine asks for these by their namespace too. */
final class DrawingAllowed {

    private static final Set<String> NAMESPACES = Set.of(ModelXml.BPMN_DIAGRAM, "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI");
    private static final Set<String> COLOURS = Set.of("http://bpmn.io/schema/bpmn/biocolor/1.0", "http://www.omg.org/spec/BPMN/non-normative/color/1.0");
    private static final Set<String> ELEMENTS = Set.of("BPMNDiagram", "BPMNPlane", "BPMNShape", "BPMNEdge", "BPMNLabel", "BPMNLabelStyle", "Bounds",
            "Font", "waypoint");
    private static final Set<String> ATTRIBUTES = Set.of("id", "name", "documentation", "resolution", "bpmnElement", "isHorizontal", "isExpanded",
            "isMarkerVisible", "isMessageVisible", "messageVisibleKind", "labelStyle", "sourceElement", "targetElement", "x", "y", "width", "height",
            "size", "isBold", "isItalic", "isUnderline", "isStrikeThrough");
    private static final Set<String> COLOUR_ATTRIBUTES = Set.of("stroke", "fill", "background-color", "border-color", "color");

    boolean inside(Element element) {
        for (Node node = element; node instanceof Element around; node = node.getParentNode()) {
            if (around.getLocalName().equals("BPMNDiagram") && ModelXml.BPMN_DIAGRAM.equals(around.getNamespaceURI())
                    && around.getParentNode() == around.getOwnerDocument().getDocumentElement()) {
                return true;
            }
        }
        return false;
    }

    boolean element(Element element) {
        return NAMESPACES.contains(String.valueOf(element.getNamespaceURI())) && ELEMENTS.contains(element.getLocalName());
    }

    boolean attribute(Attr attribute) {
        return attribute.getNamespaceURI() == null ? ATTRIBUTES.contains(attribute.getLocalName())
                : COLOURS.contains(attribute.getNamespaceURI()) && COLOUR_ATTRIBUTES.contains(attribute.getLocalName());
    }
}
