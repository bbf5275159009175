package org.redress.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.shared.Bilingual;
import org.redress.shared.Problem;

/** The layout of model files: what the repository holds is laid out already, and whatever tool wrote a model, it reads the same here. */
class CanonicalModelsTest {

    private final CanonicalModels models = new CanonicalModels();

    static List<Path> shipped() {
        try (Stream<Path> processes = Files.list(Path.of("bpmn")); Stream<Path> forms = Files.list(Path.of("forms"))) {
            return Stream.concat(processes, forms).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedFileStaysAsItIs(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        assertThat(new String(models.canonical(file.toString(), content), StandardCharsets.UTF_8)).isEqualTo(new String(content, StandardCharsets.UTF_8));
        assertThat(file.getFileName().toString()).startsWith(models.idOf(file.toString(), content) + ".");
    }

    @Test
    void theOrderOfAttributesPartsAndPrefixesIsOurs() {
        String written = canonical("a.bpmn", """
                <?xml version="1.0"?><b:definitions targetNamespace="t" id="d" xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL"
                 xmlns:camunda="http://camunda.org/schema/1.0/bpmn"><!-- drawn elsewhere --><b:process name="P" id="p"><b:userTask camunda:candidateGroups="g"
                 name="T" id="t"><b:outgoing>f</b:outgoing><b:incoming>e</b:incoming><b:extensionElements><camunda:properties/><camunda:inputOutput>\
                </camunda:inputOutput></b:extensionElements><b:documentation>a
                  &lt; b</b:documentation></b:userTask></b:process></b:definitions>""");
        assertThat(written).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <b:definitions xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" \
                xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:modeler="http://camunda.org/schema/modeler/1.0" \
                xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
                  <!-- drawn elsewhere -->
                  <b:process id="p" name="P">
                    <b:userTask id="t" name="T" camunda:candidateGroups="g">
                      <b:documentation>a
                  &lt; b</b:documentation>
                      <b:extensionElements>
                        <camunda:inputOutput />
                        <camunda:properties />
                      </b:extensionElements>
                      <b:incoming>e</b:incoming>
                      <b:outgoing>f</b:outgoing>
                    </b:userTask>
                  </b:process>
                </b:definitions>
                """);
        assertThat(canonical("a.bpmn", written)).as("a second time").isEqualTo(written);
    }

    @Test
    void formsKeepTheirKeysAndNumbers() {
        assertThat(canonical("a.form", "{\"id\":\"a\",\"components\":[],\"x\":{\"min\":1.50,\"y\":{}}}")).isEqualTo("""
                {
                  "id": "a",
                  "components": [],
                  "x": {
                    "min": 1.50,
                    "y": {}
                  }
                }
                """);
    }

    @Test
    void namesAreReadInBothLanguages() throws IOException {
        byte[] complaint = Files.readAllBytes(Path.of("bpmn/complaint.bpmn"));
        assertThat(models.names("bpmn/complaint.bpmn", complaint)).containsEntry("complaint", new Bilingual("Complaint handling", "投诉处理"))
                .containsKey("userTask_signForCase");
        assertThat(models.names("bpmn/severity.dmn", Files.readAllBytes(Path.of("bpmn/severity.dmn"))))
                .containsEntry("severity", new Bilingual("Severity", "等级判定"));
        assertThat(models.names("bpmn/x.bpmn", "no model".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void whatCannotBeReadIsToldSo() {
        for (String broken : List.of("", "no model", "<a>", "<a x='1' x='2'/>", "<a>".repeat(100) + "</a>".repeat(100))) {
            assertThatThrownBy(() -> canonical("a.bpmn", broken)).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status()).isEqualTo(422));
        }
        assertThatThrownBy(() -> canonical("a.form", "{")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> canonical("a.exe", "{}")).isInstanceOf(Problem.class);
    }

    private String canonical(String file, String text) {
        return new String(models.canonical(file, text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }
}
