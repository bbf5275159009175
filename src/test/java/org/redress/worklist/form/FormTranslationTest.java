package org.redress.worklist.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FormTranslationTest {

    private static final List<String> TEXTS = List.of("/label", "/dateLabel", "/timeLabel", "/description", "/validate/patternErrorMessage");

    static List<Path> forms() throws IOException {
        try (var files = Files.list(Path.of("forms"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aChineseReaderSeesNoEnglishText(Path file) throws IOException {
        var form = FormTranslation.in(Locale.SIMPLIFIED_CHINESE, read(file));

        for (var component : form.path("components")) {
            TEXTS.stream().map(component::at).filter(JsonNode::isTextual)
                    .forEach(text -> assertThat(text.asText()).containsPattern("\\p{IsHan}"));
            component.path("values").forEach(option -> assertThat(option.path("label").asText()).containsPattern("\\p{IsHan}"));
            assertThat(component.path("valuesExpression").asText("优")).containsPattern("\\p{IsHan}");
        }
    }

    @Test
    void anEnglishReaderSeesTheFormAsItIsWritten() throws IOException {
        var form = read(Path.of("forms", "userTask_triageComplaint.form"));

        assertThat(FormTranslation.in(Locale.UK, form)).isEqualTo(form);
        assertThat(FormTranslation.in(Locale.SIMPLIFIED_CHINESE, form)).isNotEqualTo(form);
    }

    private static JsonNode read(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }
}
