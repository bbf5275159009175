package org.redress.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads a model without following it anywhere: no DOCTYPE, no entities, not too big, not too deep. */
final class ModelXml {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String BPMN_DIAGRAM = "http://www.omg.org/spec/BPMN/20100524/DI";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    static final String CAMUNDA_DMN = "http://camunda.org/schema/1.0/dmn";
    private static final int MAX_BYTES = 4 << 20;
    private static final int MAX_DEPTH = 60;

    private ModelXml() {
    }

    static Document parse(byte[] content) throws Unreadable {
        if (content.length > MAX_BYTES) {
            throw new Unreadable("larger than " + MAX_BYTES + " bytes");
        }
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setAttribute("jdk.xml.maxElementDepth", String.valueOf(MAX_DEPTH));
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder.parse(new ByteArrayInputStream(content));
        } catch (SAXException e) {
            throw new Unreadable("not readable as XML: " + e.getMessage());
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException("XML cannot be read safely here", e);
        }
    }

    static List<Element> elements(Document document) {
        var all = document.getElementsByTagNameNS("*", "*");
        return IntStream.range(0, all.getLength()).mapToObj(i -> (Element) all.item(i)).toList();
    }

    static boolean holdsDecision(Document document, String id) {
        return elements(document).stream().anyMatch(element -> "decision".equals(element.getLocalName()) && id.equals(element.getAttribute("id")));
    }

    static List<Attr> attributes(Element element) {
        var found = new ArrayList<Attr>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            var attribute = (Attr) element.getAttributes().item(i);
            if (!XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
                found.add(attribute);
            }
        }
        return found;
    }

    /** @return the id of the element or of the nearest one around it that has one */
    static String idOf(Element element) {
        for (var node = (Node) element; node instanceof Element around; node = node.getParentNode()) {
            if (around.hasAttribute("id")) {
                return around.getAttribute("id");
            }
        }
        return "";
    }

    /** The file is not a model at all. */
    static final class Unreadable extends Exception {

        Unreadable(String reason) {
            super(reason);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }

    private static final class Strict implements ErrorHandler {

        @Override
        public void warning(SAXParseException exception) throws SAXException {
            throw exception;
        }

        @Override
        public void error(SAXParseException exception) throws SAXException {
            throw exception;
        }

        @Override
        public void fatalError(SAXParseException exception) throws SAXException {
            throw exception;
        }
    }
}
