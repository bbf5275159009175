package org.redress.process.gate;

import java.util.Set;
import java.util.regex.Pattern;

import javax.xml.XMLConstants;

import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** Attributes of other namespaces that tools write beside the model itself. */
final class CommonAttributes {

    private static final String MODELER = "http://camunda.org/schema/modeler/1.0";
    private static final Set<String> PLATFORM = Set.of("executionPlatform", "executionPlatformVersion");
    private static final Pattern FORMAL = Pattern.compile("(?:[A-Za-z0-9_]+:)?t(?:Formal)?Expression");
    /** The engine's parser follows such a pointer for any other namespace, also over the network. */
    private static final Pattern OWN_SCHEMA = Pattern.compile("http://www\\.omg\\.org/spec/BPMN/20100524/MODEL\\s+(?:http://www\\.omg\\.org/spec/BPMN/2\\.0/20100501/)?BPMN20\\.xsd");

    private CommonAttributes() {
    }

    static boolean allow(Element element, Attr attribute) {
        var name = attribute.getLocalName();
        return switch (String.valueOf(attribute.getNamespaceURI())) {
            case MODELER -> PLATFORM.contains(name) && element.getLocalName().equals("definitions");
            case XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI -> name.equals("type") && FORMAL.matcher(attribute.getValue()).matches()
                    || name.equals("schemaLocation") && OWN_SCHEMA.matcher(attribute.getValue().strip()).matches();
            default -> false;
        };
    }
}
