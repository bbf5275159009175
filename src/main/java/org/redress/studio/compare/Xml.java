package org.redress.studio.compare;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads a model as XML and follows it nowhere: no DOCTYPE, no entities. */
final class Xml {

    private Xml() {
    }

    static Document parse(byte[] content) throws Unreadable {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new ByteArrayInputStream(content));
        } catch (SAXException e) {
            throw new Unreadable(e);
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException("XML cannot be read safely here", e);
        }
    }

    static List<Element> children(Element parent) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    static List<Element> children(Element parent, String name) {
        return children(parent).stream().filter(child -> name.equals(child.getLocalName())).toList();
    }

    /** Text of the first such child; empty without. */
    static String text(Element parent, String child) {
        return children(parent, child).stream().map(found -> found.getTextContent().strip()).findFirst().orElse("");
    }

    static List<Element> all(Document document, String name) {
        var nodes = document.getElementsByTagNameNS("*", name);
        List<Element> found = new ArrayList<>();
        for (int at = 0; at < nodes.getLength(); at++) {
            found.add((Element) nodes.item(at));
        }
        return found;
    }

    /** Without declarations of namespaces. */
    static List<Attr> attributes(Element element) {
        List<Attr> found = new ArrayList<>();
        for (int at = 0; at < element.getAttributes().getLength(); at++) {
            Attr attribute = (Attr) element.getAttributes().item(at);
            if (!XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
                found.add(attribute);
            }
        }
        return found;
    }

    /** The house's names and properties, whatever tool wrote them. */
    static void properties(Element element, Facts facts) {
        for (Element extensions : children(element, "extensionElements")) {
            for (Element properties : children(extensions, "properties")) {
                for (Element property : children(properties, "property")) {
                    String name = property.getAttribute("name");
                    String value = property.getAttribute("value");
                    switch (name) {
                        case "name.en" -> facts.say("nameEn", value);
                        case "name.zh-CN" -> facts.say("nameZh", value);
                        case "doc.zh-CN" -> facts.say("documentationZh", value);
                        default -> facts.say("house", name, value);
                    }
                }
            }
        }
    }

    /** The file is no XML. */
    static final class Unreadable extends Exception {

        Unreadable(Exception cause) {
            super(cause);
        }
    }
}
