package org.redress.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.redress.process.gate.ModelXml;
import org.redress.shared.Bilingual;
import org.redress.shared.Problem;
import org.redress.studio.ModelContents;
import org.redress.studio.ModelKind;
import org.redress.studio.ModelLayout;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Models laid out as the files of the repository are. */
@Component
class CanonicalModels implements ModelLayout {

    private static final int MOST_BYTES = 2 << 20;

    private static final Set<String> NAMED = Set.of("process", "userTask", "decision");
    private static final int MOST_KNOWN = 200;

    private final Map<String, Map<String, Bilingual>> known = new ConcurrentHashMap<>();
    private final JsonMapper json = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true)).build();
    private final ObjectWriter pretty = json.writer(new DefaultPrettyPrinter()
            .withSeparators(Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER).withArrayEmptySeparator("")
                    .withObjectEmptySeparator(""))
            .withObjectIndenter(new DefaultIndenter("  ", "\n")).withArrayIndenter(new DefaultIndenter("  ", "\n")));

    @Override
    public byte[] canonical(String file, byte[] content) {
        if (content.length > MOST_BYTES) {
            throw Problem.tooLarge("studio.problem.tooLarge", MOST_BYTES >> 20);
        }
        if (ModelKind.of(file).orElseThrow(() -> Problem.invalid("file", "studio.problem.fileKind")) != ModelKind.FORM) {
            return CanonicalXml.of(document(content));
        }
        try {
            return (pretty.writeValueAsString(form(content)) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("What was read can be written", e);
        }
    }

    @Override
    public String idOf(String file, byte[] content) {
        ModelKind kind = ModelKind.of(file).orElseThrow(() -> Problem.invalid("file", "studio.problem.fileKind"));
        if (kind == ModelKind.FORM) {
            return form(content).path("id").asText("");
        }
        String wanted = kind == ModelKind.PROCESS ? "process" : "decision";
        return ModelXml.elements(document(content)).stream().filter(element -> wanted.equals(element.getLocalName()))
                .min(Comparator.comparing((Element element) -> !"true".equals(element.getAttribute("isExecutable"))))
                .map(element -> element.getAttribute("id")).orElse("");
    }

    @Override
    public Map<String, Bilingual> names(String file, byte[] content) {
        if (ModelKind.of(file).orElse(ModelKind.FORM) == ModelKind.FORM) {
            return Map.of();
        }
        String sha256 = ModelContents.sha256(content);
        Map<String, Bilingual> read = known.get(sha256);
        if (read == null) {
            read = readNames(content);
            if (known.size() >= MOST_KNOWN) {
                known.clear(); // drafts come and go
            }
            known.put(sha256, read);
        }
        return read;
    }

    private static Map<String, Bilingual> readNames(byte[] content) {
        Map<String, Bilingual> names = new HashMap<>();
        try {
            for (Element element : ModelXml.elements(ModelXml.parse(content))) {
                if (NAMED.contains(element.getLocalName()) && !element.getAttribute("id").isEmpty()) {
                    String plain = element.getAttribute(element.getAttribute("name").isBlank() ? "id" : "name");
                    names.put(element.getAttribute("id"), new Bilingual(property(element, "name.en", plain), property(element, "name.zh-CN", plain)));
                }
            }
        } catch (ModelXml.Unreadable e) {
            return Map.of(); // a draft may be anything; who opens it is told
        }
        return Map.copyOf(names);
    }

    /** Of the element itself, not of one inside it. */
    private static String property(Element element, String name, String otherwise) {
        return children(element, "extensionElements").flatMap(extension -> children(extension, "properties"))
                .flatMap(properties -> children(properties, "property")).filter(property -> name.equals(property.getAttribute("name")))
                .map(property -> property.getAttribute("value")).findFirst().orElse(otherwise);
    }

    private static Stream<Element> children(Element element, String name) {
        return IntStream.range(0, element.getChildNodes().getLength()).mapToObj(element.getChildNodes()::item)
                .filter(node -> node instanceof Element && name.equals(node.getLocalName())).map(Element.class::cast);
    }

    private static Document document(byte[] content) {
        try {
            return ModelXml.parse(content);
        } catch (ModelXml.Unreadable e) {
            throw Problem.invalid("content", "studio.problem.unreadable");
        }
    }

    private JsonNode form(byte[] content) {
        try {
            JsonNode form = json.readTree(content);
            if (form != null && form.isObject()) {
                return form;
            }
        } catch (IOException e) {
            throw Problem.invalid("content", "studio.problem.unreadable");
        }
        throw Problem.invalid("content", "studio.problem.unreadable");
    }
}
