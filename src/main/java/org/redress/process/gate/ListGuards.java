package org.redress.process.gate;

import java.util.List;
import java.util.Map;

import org.redress.studio.ModelKind;
import org.w3c.dom.Element;

/** Nothing but what is on the lists: elements, attributes of every namespace, and text where text belongs. */
final class ListGuards {

    static final List<Guard> ALL = List.of(new Elements(), new Attributes(), new Texts());

    private static final Map<ModelKind, Allowed> LISTS = Map.of(ModelKind.PROCESS, new BpmnAllowed(), ModelKind.DECISION, new DmnAllowed());

    private ListGuards() {
    }

    private abstract static class OnList implements Guard {

        @Override
        public Stage stage() {
            return Stage.CONTENT;
        }

        @Override
        public void check(ModelFile file, Report report) {
            file.kind().map(LISTS::get).ifPresent(list -> ModelXml.elements(file.document()).forEach(element -> check(element, list, report)));
        }

        abstract void check(Element element, Allowed list, Report report);
    }

    /** The engine asks for the name of an element and not for its namespace, so a foreign one is no better than its own. */
    static final class Elements extends OnList {

        @Override
        void check(Element element, Allowed list, Report report) {
            if (!list.element(element)) {
                report.element(element, list.instead(element).orElse("element"), "<" + element.getNodeName() + ">");
            }
        }
    }

    static final class Attributes extends OnList {

        @Override
        void check(Element element, Allowed list, Report report) {
            for (var attribute : ModelXml.attributes(element)) {
                if (list.element(element) && !list.attribute(element, attribute)) {
                    report.element(element, list.instead(attribute).orElse("attribute"), attribute.getName());
                }
            }
        }
    }

    /** The engine takes the text of an element also where other elements stand between. */
    static final class Texts extends OnList {

        @Override
        void check(Element element, Allowed list, Report report) {
            if (!ModelXml.ownText(element).isBlank() && (!list.text(element) || !ModelXml.children(element).isEmpty())) {
                report.element(element, "text", "<" + element.getNodeName() + ">");
            }
        }
    }
}
