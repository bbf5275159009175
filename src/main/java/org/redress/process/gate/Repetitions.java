package org.redress.process.gate;

import java.util.regex.Pattern;

import org.w3c.dom.Element;

/** A step for each of a list, or a known small number of times. */
final class Repetitions extends ProcessGuard {

    static final int MOST = 100;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    @Override
    void check(Element element, Report report) {
        if (ModelXml.isBpmn(element, "loopCardinality")) {
            var said = ModelXml.ownText(element).strip();
            if (!NUMBER.matcher(said).matches() || Integer.parseInt(said) > MOST) {
                report.element(element, "cardinality", ExpressionGrammar.shown(said), MOST);
            }
        }
        if (ModelXml.isBpmn(element, "multiInstanceLoopCharacteristics") && ModelXml.camunda(element, "collection").isEmpty()
                && ModelXml.children(element).stream().noneMatch(child -> ModelXml.isBpmn(child, "loopCardinality"))) {
            report.element(element, "noCollection");
        }
    }
}
