package org.redress.process.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.redress.studio.ModelKind;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What the words in a decision may do: FEEL and nothing else, so that asking a table can only compare and compute. */
final class DecisionGuards {

    static final List<Guard> ALL = List.of(new FeelOnly(), new FeelTexts(), new DecisionIdentity(), new TableSize());

    private DecisionGuards() {
    }

    private abstract static class DecisionGuard implements Guard {

        @Override
        public Stage stage() {
            return Stage.CONTENT;
        }

        @Override
        public void check(ModelFile file, Report report) {
            if (file.is(ModelKind.DECISION)) {
                check(ModelXml.elements(file.document()), report);
            }
        }

        abstract void check(List<Element> elements, Report report);
    }

    static final class FeelOnly extends DecisionGuard {

        private static final Pattern FEEL = Pattern.compile("feel|http://www\\.omg\\.org/spec/FEEL/20140401|https?://www\\.omg\\.org/spec/DMN/\\d{8}/FEEL/");

        @Override
        void check(List<Element> elements, Report report) {
            for (Element element : elements) {
                for (var name : List.of("expressionLanguage", "typeLanguage")) {
                    var language = element.getAttribute(name);
                    if (!language.isEmpty() && !FEEL.matcher(language.toLowerCase(Locale.ROOT)).matches() && !FEEL.matcher(language).matches()) {
                        report.element(element, "feelOnly", language);
                    }
                }
            }
        }
    }

    static final class FeelTexts extends DecisionGuard {

        private static final Set<String> TESTS = Set.of("inputEntry", "inputValues", "outputValues");
        private static final Set<String> EXPRESSIONS = Set.of("inputExpression", "outputEntry", "defaultOutputEntry", "literalExpression");

        @Override
        void check(List<Element> elements, Report report) {
            List<FeelGrammar.Text> texts = new ArrayList<>();
            for (Element element : elements) {
                Node around = element.getParentNode();
                var said = ModelXml.ownText(element);
                if ("text".equals(element.getLocalName()) && around instanceof Element holder && !said.isBlank()
                        && (TESTS.contains(holder.getLocalName()) || EXPRESSIONS.contains(holder.getLocalName()))) {
                    texts.add(new FeelGrammar.Text(ModelXml.idOf(element), said.strip(), TESTS.contains(holder.getLocalName())));
                }
            }
            FeelGrammar.check(texts, report);
        }
    }
}
