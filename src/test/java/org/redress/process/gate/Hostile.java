package org.redress.process.gate;

import java.nio.charset.StandardCharsets;

/**
 * A file that must not come in.
 *
 * @param what     what it tries, for the report
 * @param file     its name
 * @param content  what is in it
 * @param expected last part of the key of a sentence that says why it is refused
 */
public record Hostile(String what, String file, byte[] content, String expected) {

    static final String CANARY = Canary.class.getName();

    static Hostile file(String what, String file, String content, String expected) {
        return new Hostile(what, file, content.getBytes(StandardCharsets.UTF_8), expected);
    }

    /** @param body inside the process element */
    static Hostile process(String what, String body, String expected) {
        return file(what, "probe.bpmn", processXml(body), expected);
    }

    /** Between a start and an end: one element called x. */
    static Hostile step(String what, String element, String expected) {
        return process(what, aroundStep(element), expected);
    }

    public static String aroundStep(String element) {
        return "<bpmn:startEvent id='start'/><bpmn:sequenceFlow id='f1' sourceRef='start' targetRef='x'/>" + element
                + "<bpmn:sequenceFlow id='f2' sourceRef='x' targetRef='end'/><bpmn:endEvent id='end'/>";
    }

    static String definitions(String inside) {
        return """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
                    xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="definitions" targetNamespace="test">
                %s
                </bpmn:definitions>
                """.formatted(inside);
    }

    public static String processXml(String body) {
        return definitions("<bpmn:process id='probe' isExecutable='true' camunda:historyTimeToLive='P30D'>" + body + "</bpmn:process>");
    }

    /** @param inside the definitions element of a decision file */
    static String decisionDefinitions(String attributes, String inside) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="definitions" name="d"
                    namespace="test" %s>
                %s
                </definitions>
                """.formatted(attributes, inside);
    }

    static String table(String input, String condition, String outcome) {
        return """
                <decision id="probe" name="probe" camunda:historyTimeToLive="P30D"><decisionTable id="t" hitPolicy="FIRST">
                  <input id="i"><inputExpression id="ie" typeRef="string"><text>%s</text></inputExpression></input>
                  <output id="o" name="o" typeRef="string"/>
                  <rule id="r"><inputEntry id="e"><text>%s</text></inputEntry><outputEntry id="oe"><text>%s</text></outputEntry></rule>
                </decisionTable></decision>""".formatted(xml(input), xml(condition), xml(outcome));
    }

    static Hostile decision(String what, String inside, String expected) {
        return file("decision: " + what, "probe.dmn", decisionDefinitions("", inside), expected);
    }

    /** A FEEL text as a conclusion. */
    static Hostile feel(String what, String text, String expected) {
        return decision("FEEL " + what, table("a", "-", text), expected);
    }

    /** @param component of a form with that component alone, as JSON with ' for " */
    static Hostile form(String what, String component, String expected) {
        return formFile("form " + what, "'components':[" + component + "]", expected);
    }

    /** @param inside what stands in the form beside type and id */
    static Hostile formFile(String what, String inside, String expected) {
        return file(what, "probe.form", json("{'type':'default','id':'probe'," + inside + "}"), expected);
    }

    Hostile renamed(String other) {
        return new Hostile(what, other, content, expected);
    }

    static String json(String text) {
        return text.replace('\'', '"');
    }

    static String xml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&apos;");
    }

    @Override
    public String toString() {
        return what;
    }
}
