package org.redress.process.studio;

import java.util.Map;
import java.util.regex.Pattern;

import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** People read names in their own language: those of user tasks all day, the others on diagrams. What a step is for is written down. */
final class WordsRule implements ProcessRule {

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    @Override
    public void check(ProcessFile process, Models models, House house, Findings found) {
        for (Process each : process.processes()) {
            name(each, ProcessFile.text(each.getName()), false, found);
            documented(each, found);
        }
        for (FlowElement each : process.all(FlowElement.class)) {
            String name = ProcessFile.text(each.getName());
            if (each instanceof UserTask task) {
                name(task, name, true, found);
                documented(task, found);
            } else if (!name.isEmpty() || mustBeNamed(each)) {
                name(each, name, false, found);
            }
        }
    }

    private static boolean mustBeNamed(FlowElement element) {
        return !(element instanceof SequenceFlow) && !(element instanceof Gateway gateway && gateway.getOutgoing().size() < 2)
                && !(element instanceof Gateway gateway && !gateway.getElementType().getTypeName().equals("exclusiveGateway"))
                && !(element instanceof BoundaryEvent);
    }

    private static void name(BaseElement element, String name, boolean read, Findings found) {
        Map<String, String> properties = ProcessFile.properties(element);
        String english = properties.getOrDefault("name.en", name).strip();
        String chinese = properties.getOrDefault("name.zh-CN", "").strip();
        String what = english.isEmpty() ? "words.noName" : !CHINESE.matcher(chinese).find() ? "words.noChinese" : "";
        if (!what.isEmpty() && read) {
            found.error(Known.idOf(element), what);
        } else if (!what.isEmpty()) {
            found.warning(Known.idOf(element), what);
        }
    }

    private static void documented(BaseElement element, Findings found) {
        boolean english = element.getDocumentations().stream().anyMatch(text -> !text.getTextContent().isBlank());
        if (!english) {
            found.warning(Known.idOf(element), "words.noDocumentation");
        } else if (ProcessFile.properties(element).getOrDefault("doc.zh-CN", "").isBlank()) {
            found.warning(Known.idOf(element), "words.noChineseDocumentation");
        }
    }
}
