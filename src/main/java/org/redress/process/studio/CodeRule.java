package org.redress.process.studio;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Escalation;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;

/** What is thrown is caught: an error that nobody catches stops the case, an escalation that nobody hears is for nothing. */
final class CodeRule implements ProcessRule {

    private static final String PATTERN = "[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*";

    @Override
    public void check(ProcessFile process, Models models, House house, Findings found) {
        process.all(Error.class).forEach(error -> named(error, ProcessFile.text(error.getErrorCode()), found));
        process.all(Escalation.class).forEach(escalation -> named(escalation, ProcessFile.text(escalation.getEscalationCode()), found));
        Set<String> errorsCaught = errors(models, CatchEvent.class::isInstance);
        Set<String> errorsThrown = errors(models, ThrowEvent.class::isInstance);
        for (ErrorEventDefinition each : process.all(ErrorEventDefinition.class)) {
            String code = code(each);
            String element = each.getParentElement() instanceof BaseElement event ? Known.idOf(event) : "";
            if (each.getParentElement() instanceof ThrowEvent && !code.isEmpty() && !errorsCaught.contains(code) && !errorsCaught.contains("")) {
                found.error(element, "code.uncaught", code);
            } else if (each.getParentElement() instanceof CatchEvent && !code.isEmpty() && !errorsThrown.contains(code)) {
                found.warning(element, "code.neverThrown", code);
            }
        }
        Set<String> heard = escalations(models, CatchEvent.class::isInstance);
        for (EscalationEventDefinition each : process.all(EscalationEventDefinition.class)) {
            String code = code(each);
            if (each.getParentElement() instanceof ThrowEvent event && !code.isEmpty() && !heard.contains(code) && !heard.contains("")) {
                found.warning(Known.idOf(event), "code.unheard", code);
            }
        }
    }

    private static void named(BaseElement element, String code, Findings found) {
        if (!code.isEmpty() && !code.matches(PATTERN)) {
            found.warning(Known.idOf(element), "code.form", code);
        }
    }

    private static Set<String> errors(Models models, Predicate<Object> where) {
        return codes(models.allProcesses().stream().flatMap(file -> file.all(ErrorEventDefinition.class).stream())
                .filter(each -> where.test(each.getParentElement())).map(CodeRule::code));
    }

    private static Set<String> escalations(Models models, Predicate<Object> where) {
        return codes(models.allProcesses().stream().flatMap(file -> file.all(EscalationEventDefinition.class).stream())
                .filter(each -> where.test(each.getParentElement())).map(CodeRule::code));
    }

    private static Set<String> codes(Stream<String> codes) {
        Set<String> all = new HashSet<>();
        codes.forEach(all::add);
        return all;
    }

    private static String code(ErrorEventDefinition definition) {
        return definition.getError() == null ? "" : ProcessFile.text(definition.getError().getErrorCode());
    }

    private static String code(EscalationEventDefinition definition) {
        return definition.getEscalation() == null ? "" : ProcessFile.text(definition.getEscalation().getEscalationCode());
    }
}
