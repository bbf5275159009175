package org.redress.process.gate;

import java.util.Optional;

import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What a kind of model may be made of. Whoever adds a word to one of the lists first answers what it could run or reach. */
interface Allowed {

    boolean element(Element element);

    /** Asked of allowed elements only. */
    boolean attribute(Element element, Attr attribute);

    /** Elements whose own text is read by the engine or shown to people. */
    boolean text(Element element);

    /** @return last part of the key of a sentence that says what to do instead of the element or attribute, where there is one better than "not allowed" */
    Optional<String> instead(Node word);
}
