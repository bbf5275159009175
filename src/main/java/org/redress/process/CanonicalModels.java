package org.redress.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.redress.shared.Problem;
import org.redress.studio.ModelKind;
import org.redress.studio.ModelLayout;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Models laid out as the files of the repository are. */
@Component
class CanonicalModels implements ModelLayout {

    private static final int MOST_BYTES = 2 << 20;

    private final JsonMapper json = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonParser.Feature.AUTO_CLOSE_SOURCE).nodeFactory(JsonNodeFactory.withExactBigDecimals(true)).build();
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
