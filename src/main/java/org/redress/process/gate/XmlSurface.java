package org.redress.process.gate;

import java.io.ByteArrayInputStream;
import java.util.Set;
import java.util.TreeSet;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What one pass over an XML file tells; nothing of the file is kept but figures and names. */
final class XmlSurface {

    private static final Set<String> IDS = Set.of("id", "key");

    private final Set<String> namespaces = new TreeSet<>();
    private boolean doctype;
    private boolean entity;
    private int deepest;
    private int elements;
    private int mostAttributes;
    private int longestAttribute;
    private int longestId;
    private int longestName;
    private int longestText;
    private String rootNamespace = "";
    private String rootName = "";
    private String platform = "";
    private String encoding = "UTF-8";

    static XmlSurface of(byte[] content) throws ModelXml.Unreadable {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        var surface = new XmlSurface();
        try {
            surface.walk(factory.createXMLStreamReader(new ByteArrayInputStream(content)));
        } catch (XMLStreamException e) {
            if (!surface.doctype) {
                var at = e.getLocation();
                throw new ModelXml.Unreadable(String.valueOf(e.getMessage()), at == null ? 0 : at.getLineNumber(), at == null ? 0 : at.getColumnNumber());
            }
        } catch (RuntimeException e) {
            // the JDK's own reader lacks the sentence for some faults and throws that instead
            throw new ModelXml.Unreadable(String.valueOf(e.getMessage()), 0, 0);
        }
        return surface;
    }

    private void walk(XMLStreamReader at) throws XMLStreamException {
        int depth = 0;
        int text = 0;
        for (var said : new String[] {at.getEncoding(), at.getCharacterEncodingScheme()}) {
            encoding = said == null || said.equalsIgnoreCase("UTF-8") ? encoding : said;
        }
        while (at.hasNext()) {
            switch (at.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    text = 0;
                    deepest = Math.max(deepest, ++depth);
                    element(at);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    text = 0;
                    depth--;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    text += at.getTextLength();
                    longestText = Math.max(longestText, text);
                }
                case XMLStreamConstants.DTD -> doctype = true;
                case XMLStreamConstants.ENTITY_REFERENCE -> entity = true;
                default -> {
                    // comments and processing instructions: nobody reads them
                }
            }
        }
    }

    private void element(XMLStreamReader at) {
        var namespace = String.valueOf(at.getNamespaceURI());
        if (++elements == 1) {
            rootNamespace = namespace;
            rootName = at.getLocalName();
        }
        namespaces.add(namespace);
        mostAttributes = Math.max(mostAttributes, at.getAttributeCount());
        for (int i = 0; i < at.getAttributeCount(); i++) {
            namespaces.add(String.valueOf(at.getAttributeNamespace(i)));
            var name = at.getAttributeLocalName(i);
            int length = at.getAttributeValue(i).length();
            longestAttribute = Math.max(longestAttribute, length);
            if (IDS.contains(name)) {
                longestId = Math.max(longestId, length);
            } else if (name.equals("name")) {
                longestName = Math.max(longestName, length);
            } else if (name.equals("executionPlatform")) {
                platform = at.getAttributeValue(i);
            }
        }
    }

    /** Of all elements and attributes that are there; what is only declared does nothing. */
    Set<String> namespaces() {
        return namespaces;
    }

    /** Also a reference to an entity that XML itself does not know. */
    boolean doctype() {
        return doctype || entity;
    }

    int deepest() {
        return deepest;
    }

    int elements() {
        return elements;
    }

    int mostAttributes() {
        return mostAttributes;
    }

    int longestAttribute() {
        return longestAttribute;
    }

    int longestId() {
        return longestId;
    }

    int longestName() {
        return longestName;
    }

    int longestText() {
        return longestText;
    }

    String rootNamespace() {
        return rootNamespace;
    }

    String rootName() {
        return rootName;
    }

    /** How its characters are written, as it says and as it is. */
    String encoding() {
        return encoding;
    }

    /** What the file says it is made for; empty when it does not. */
    String platform() {
        return platform;
    }
}
