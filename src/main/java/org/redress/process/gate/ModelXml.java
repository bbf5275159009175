package org.redress.process.gate;

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
public final class ModelXml {

    public static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    public static final String BPMN_DIAGRAM = "http://www.omg.org/spec/BPMN/20100524/DI";
    public static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    public static final String CAMUNDA_DMN = "http://camunda.org/schema/1.0/dmn";
    static final int MAX_BYTES = 4 << 20;
    static final int MAX_DEPTH = 60;

    private ModelXml() {
    }

    /** For any file, whether the gate has seen it or not. */
    public static Document parse(byte[] content) throws Unreadable {
        if (content.length > MAX_BYTES) {
            throw new Unreadable("larger than " + MAX_BYTES + " bytes", 0, 0);
        }
        return read(content, true);
    }

    /** Of a file that the first two stages of the gate have passed: size, depth and DOCTYPE are their business. */
    static Document read(byte[] content) throws Unreadable {
        return read(content, false);
    }

    private static Document read(byte[] content, boolean alone) throws Unreadable {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", alone);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            if (alone) {
                factory.setAttribute("jdk.xml.maxElementDepth", String.valueOf(MAX_DEPTH));
            }
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder.parse(new ByteArrayInputStream(content));
        } catch (SAXParseException e) {
            throw new Unreadable(String.valueOf(e.getMessage()), e.getLineNumber(), e.getColumnNumber());
        } catch (SAXException | IOException e) {
            throw new Unreadable(String.valueOf(e.getMessage()), 0, 0);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("XML cannot be read safely here", e);
        }
    }

    /** Every element, in the order of the file. */
    public static List<Element> elements(Document document) {
        var all = document.getElementsByTagNameNS("*", "*");
        return IntStream.range(0, all.getLength()).mapToObj(i -> (Element) all.item(i)).toList();
    }

    static List<Element> children(Element element) {
        var found = new ArrayList<Element>();
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inside) {
                found.add(inside);
            }
        }
        return found;
    }

    /** The text of the element itself, without that of elements in it: what the engine takes for its text. */
    static String ownText(Element element) {
        var text = new StringBuilder();
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(child.getNodeValue());
            }
        }
        return text.toString();
    }

    static boolean isBpmn(Element element, String name) {
        return BPMN.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }

    static String camunda(Element element, String attribute) {
        return element.getAttributeNS(CAMUNDA, attribute);
    }

    public static boolean holdsDecision(Document document, String id) {
        return elements(document).stream().anyMatch(element -> "decision".equals(element.getLocalName()) && id.equals(element.getAttribute("id")));
    }

    /** Without the declarations of namespaces. */
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
    public static final class Unreadable extends Exception {

        private final int line;
        private final int column;

        Unreadable(String reason, int line, int column) {
            super(reason);
            this.line = line;
            this.column = column;
        }

        /** From 1; 0 when the place is not known. */
        public int line() {
            return Math.max(0, line);
        }

        /** From 1; 0 when the place is not known. */
        public int column() {
            return Math.max(0, column);
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
