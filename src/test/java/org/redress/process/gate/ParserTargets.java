package org.redress.process.gate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

import org.camunda.feel.FeelEngine;
import org.redress.studio.ModelKind;

/**
 * What must hold for any bytes at all, whoever makes them up: the parsers answer, in bounded time; what passes holds no word that runs code; and FEEL
 * that passes comes to an end.
 */
final class ParserTargets {

    static final ModelWords WORDS = new ModelWords() {

        @Override
        public boolean isStep(String name) {
            return name.equals("noteStep");
        }

        @Override
        public boolean isFunctions(String name) {
            return name.equals("probe");
        }

        @Override
        public boolean declares(String name, String function) {
            return isFunctions(name) && function.equals("due");
        }
    };

    private static final Duration BOUND = Duration.ofSeconds(5);
    private static final ModelGate GATE = new ModelGate(WORDS, List.of());
    private static final ExpressionGrammar GRAMMAR = new ExpressionGrammar(WORDS);
    private static final FeelEngine FEEL = new FeelEngine(FeelEngine.defaultFunctionProvider(), FeelEngine.defaultValueMapper(),
            new FeelEngine.Configuration(false), FeelEngine.defaultClock());
    private static final Set<String> RUNNING_ELEMENTS = Set.of("scriptTask", "script", "connector", "field", "formData", "import", "interface", "functionDefinition");
    private static final Set<String> RUNNING_ATTRIBUTES = Set.of("class", "expression", "formHandlerClass", "formKey", "topic", "resource", "scriptFormat",
            "variableMappingClass", "language");

    private ParserTargets() {
    }

    static void process(byte[] content) {
        if (GATE.check("probe.bpmn", content).isEmpty()) {
            nothingRuns(content);
        }
    }

    static void decision(byte[] content) {
        if (GATE.check("probe.dmn", content).isEmpty()) {
            nothingRuns(content);
        }
    }

    static void form(byte[] content) {
        GATE.check("probe.form", content);
    }

    static void expression(byte[] content) {
        GRAMMAR.check(new String(content, StandardCharsets.UTF_8), (what, word) -> word.length());
    }

    static void feel(byte[] content) {
        var text = new String(content, StandardCharsets.UTF_8);
        var report = new Report("probe.dmn");
        FeelGrammar.check(List.of(new FeelGrammar.Text("x", text, false)), report);
        if (report.problems().isEmpty() && TimeLimit.within(BOUND, () -> FEEL.evalExpression(text, Map.of("a", 3, "b", "text", "list", List.of(1, 2, 3)))).isEmpty()) {
            throw new AssertionError("passed and does not come to an end: " + text);
        }
    }

    private static void nothingRuns(byte[] content) {
        try {
            var factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            var at = factory.createXMLStreamReader(new ByteArrayInputStream(content));
            while (at.hasNext()) {
                if (at.next() == XMLStreamConstants.START_ELEMENT) {
                    if (RUNNING_ELEMENTS.contains(at.getLocalName())) {
                        throw new AssertionError("passed with <" + at.getLocalName() + ">");
                    }
                    for (int i = 0; i < at.getAttributeCount(); i++) {
                        if (RUNNING_ATTRIBUTES.contains(at.getAttributeLocalName(i))) {
                            throw new AssertionError("passed with " + at.getAttributeLocalName(i));
                        }
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new AssertionError("passed and is no XML", e);
        }
    }

    static Stream<byte[]> processes() {
        return Stream.concat(models(Path.of("bpmn"), ".bpmn"), hostile(ModelKind.PROCESS));
    }

    static Stream<byte[]> decisions() {
        return Stream.concat(models(Path.of("bpmn"), ".dmn"), hostile(ModelKind.DECISION));
    }

    static Stream<byte[]> forms() {
        return Stream.concat(models(Path.of("forms"), ".form"), hostile(ModelKind.FORM));
    }

    static Stream<byte[]> expressions() {
        return Stream.of("${a}", "${decision == 'ASSIGN' and not reached}", "Case ${complaintId}", "${probe.due(complaintId,'SIGN')}", "${''.getClass()}",
                "#{execution.processBusinessKey}", "${a[0].b ? 1 : 2.5}", "${empty list}").map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    static Stream<byte[]> feels() {
        return Stream.of("1 + 2", "if a > 2 then \"x\" else b", "for i in 1..10 return i * i", "some x in list satisfies x > 2", "{x: 1, y: \"a\"}.x",
                "date(\"2026-01-01\") + duration(\"P1D\")", "list[item > 1]", "not(a = 3)", "matches(b, \"^a+$\")", "[1..5]", "substring(b, 2)", "a ** 2",
                "{f: function(x) x, r: f(1)}.r", "count(list) > 2 and b in [\"x\", \"y\"]").map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    /** Small ones only: the large ones say nothing to a parser that the small ones do not. */
    private static Stream<byte[]> hostile(ModelKind kind) {
        return HostileModels.files().filter(file -> ModelKind.of(file.file()).filter(kind::equals).isPresent()).map(Hostile::content)
                .filter(content -> content.length < 4_000);
    }

    private static Stream<byte[]> models(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).map(ParserTargets::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
