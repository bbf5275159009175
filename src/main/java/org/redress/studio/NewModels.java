package org.redress.studio;

import java.nio.charset.StandardCharsets;

import org.redress.shared.Bilingual;
import org.springframework.web.util.HtmlUtils;

/** What a new model begins with: something that can be opened and drawn on. */
public final class NewModels {

    private static final String PROCESS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" \
            xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" \
            xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="definitions_%1$s" targetNamespace="https://redress.org/bpmn" \
            modeler:executionPlatform="Camunda Platform" modeler:executionPlatformVersion="7.24.0">
              <bpmn:process id="%1$s" name="%2$s" isExecutable="true" camunda:historyTimeToLive="P1825D">
                <bpmn:extensionElements><camunda:properties>
                  <camunda:property name="name.en" value="%2$s" /><camunda:property name="name.zh-CN" value="%3$s" />
                </camunda:properties></bpmn:extensionElements>
                <bpmn:startEvent id="event_started" name="Started">
                  <bpmn:extensionElements><camunda:properties>
                    <camunda:property name="name.en" value="Started" /><camunda:property name="name.zh-CN" value="开始" />
                  </camunda:properties></bpmn:extensionElements>
                </bpmn:startEvent>
              </bpmn:process>
              <bpmndi:BPMNDiagram id="diagram_%1$s">
                <bpmndi:BPMNPlane id="plane_%1$s" bpmnElement="%1$s">
                  <bpmndi:BPMNShape id="event_started_di" bpmnElement="event_started"><dc:Bounds x="180" y="160" width="36" height="36" /></bpmndi:BPMNShape>
                </bpmndi:BPMNPlane>
              </bpmndi:BPMNDiagram>
            </bpmn:definitions>
            """;
    private static final String DECISION = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/" \
            xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" xmlns:redress="https://redress.org/schema/1.0" \
            xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="definitions_%1$s" name="%2$s" namespace="https://redress.org/dmn" \
            modeler:executionPlatform="Camunda Platform" modeler:executionPlatformVersion="7.24.0">
              <decision id="%1$s" name="%2$s" camunda:historyTimeToLive="P1825D">
                <extensionElements><redress:properties>
                  <redress:property name="name.en" value="%2$s" /><redress:property name="name.zh-CN" value="%3$s" />
                </redress:properties></extensionElements>
                <decisionTable id="decisionTable_%1$s" hitPolicy="FIRST">
                  <input id="input_1" label="Input"><inputExpression id="inputExpression_1" typeRef="string" expressionLanguage="feel"><text>input</text>\
            </inputExpression></input>
                  <output id="output_1" label="Output" name="output" typeRef="string" />
                  <rule id="rule_other"><description>Everything else</description>
                    <inputEntry id="when_other" expressionLanguage="feel"><text></text></inputEntry>
                    <outputEntry id="then_other" expressionLanguage="feel"><text>""</text></outputEntry>
                  </rule>
                </decisionTable>
              </decision>
              <dmndi:DMNDI><dmndi:DMNDiagram id="diagram_%1$s"><dmndi:DMNShape id="shape_%1$s" dmnElementRef="%1$s"><dc:Bounds height="80" width="180" \
            x="160" y="100" /></dmndi:DMNShape></dmndi:DMNDiagram></dmndi:DMNDI>
            </definitions>
            """;
    private static final String FORM = """
            {"components": [], "type": "default", "id": "%1$s", "executionPlatform": "Camunda Platform", "executionPlatformVersion": "7.24.0", "schemaVersion": 19}
            """;

    private NewModels() {
    }

    /** @param id letters, digits, dots, dashes and underscores only */
    public static byte[] of(ModelKind kind, String id, Bilingual name) {
        String text = switch (kind) {
            case PROCESS -> PROCESS;
            case DECISION -> DECISION;
            case FORM -> FORM;
        };
        return text.formatted(id, HtmlUtils.htmlEscapeDecimal(name.en()), HtmlUtils.htmlEscapeDecimal(name.zh())).getBytes(StandardCharsets.UTF_8);
    }
}
