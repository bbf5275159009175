package org.redress.process.gate;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.w3c.dom.Element;

/** What the words in a process may do. */
final class ProcessGuards {

    private ProcessGuards() {
    }

    static List<Guard> of(ModelWords words) {
        return List.of(new Languages(), new Expressions(words), new NamedSteps(words), new Bindings(), new People(), new ProcessIdentity(),
                new Timers(), new Repetitions(), new EndlessLoops());
    }

    /** Conditions are written in the one language whose words are listed. */
    static final class Languages extends ProcessGuard {

        private static final Set<String> OF_THE_FILE = Set.of("", "http://www.w3.org/1999/XPath", "http://www.w3.org/2001/XMLSchema");

        @Override
        void check(Element element, Report report) {
            if (element.hasAttribute("language")) {
                report.element(element, "language", element.getAttribute("language"));
            }
            for (var name : List.of("expressionLanguage", "typeLanguage")) {
                if (!OF_THE_FILE.contains(element.getAttribute(name))) {
                    report.element(element, "language", element.getAttribute(name));
                }
            }
        }
    }

    /** The engine takes names and the descriptions of tasks for expressions too, so every text is read as one. */
    static final class Expressions extends ProcessGuard {

        private final ExpressionGrammar grammar;

        Expressions(ModelWords words) {
            this.grammar = new ExpressionGrammar(words);
        }

        @Override
        void check(Element element, Report report) {
            for (var attribute : ModelXml.attributes(element)) {
                if (!attribute.getLocalName().equals("delegateExpression")) {
                    grammar.check(attribute.getValue(), (what, word) -> report.element(element, what, word));
                }
            }
            grammar.check(ModelXml.ownText(element), (what, word) -> report.element(element, what, word));
        }
    }

    /** What runs Java names one listed step. */
    static final class NamedSteps extends ProcessGuard {

        private static final Set<String> STEPS = Set.of("serviceTask", "sendTask", "executionListener", "taskListener");

        private final ModelWords words;

        NamedSteps(ModelWords words) {
            this.words = words;
        }

        @Override
        void check(Element element, Report report) {
            var expression = element.getAttribute("delegateExpression") + ModelXml.camunda(element, "delegateExpression");
            if (STEPS.contains(element.getLocalName()) || !expression.isEmpty()) {
                ExpressionGrammar.stepName(expression).ifPresentOrElse(name -> {
                    if (!words.isStep(name)) {
                        report.element(element, "unknownStep", name);
                    }
                }, () -> report.element(element, "step", "<" + element.getLocalName() + ">"));
            }
        }
    }

    /** What is called is named, and it is that of the same release. */
    static final class Bindings extends ProcessGuard {

        @Override
        void check(Element element, Report report) {
            check(element, ModelXml.camunda(element, "formRef"), "formRefBinding", report);
            check(element, ModelXml.camunda(element, "decisionRef"), "decisionRefBinding", report);
            if (ModelXml.isBpmn(element, "callActivity")) {
                check(element, element.getAttribute("calledElement"), "calledElementBinding", report);
                if (element.getAttribute("calledElement").isBlank()) {
                    report.element(element, "noCalled");
                }
            }
        }

        private static void check(Element element, String called, String binding, Report report) {
            if (called.isEmpty()) {
                return;
            }
            if (ExpressionGrammar.holdsExpression(called)) {
                report.element(element, "calledByExpression", called);
            }
            if (!ModelXml.camunda(element, binding).equals("deployment")) {
                report.element(element, "binding", binding);
            }
        }
    }

    /** One team answers for a task, and its form says what is asked. */
    static final class People extends ProcessGuard {

        private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{[^}]*}");

        @Override
        void check(Element element, Report report) {
            if (!ModelXml.isBpmn(element, "userTask")) {
                return;
            }
            var groups = EXPRESSION.matcher(ModelXml.camunda(element, "candidateGroups")).replaceAll("team").strip();
            if (groups.isEmpty()) {
                report.element(element, "noTeam");
            } else if (groups.contains(",")) {
                report.element(element, "teams", groups);
            }
            if (ModelXml.camunda(element, "formRef").isEmpty()) {
                report.element(element, "noForm");
            }
        }
    }
}
