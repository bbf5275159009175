package org.redress.process.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;

/** The models as they lie in the folders of the designers, read by Camunda's own parsers (which check them against the schema). */
final class ModelFiles {

    static final List<String> PROCESSES = List.of("briefing", "callback", "complaint", "escalation", "extension");
    static final List<String> DECISIONS = List.of("attempts", "evaluation", "ladder", "routing", "sampling", "severity", "sla-policy");

    private static final Path MODELS = Path.of("bpmn");
    private static final Path FORMS = Path.of("forms");

    private ModelFiles() {
    }

    static BpmnModelInstance process(String id) {
        return read(MODELS.resolve(id + ".bpmn"), Bpmn::readModelFromStream);
    }

    static DmnModelInstance decision(String id) {
        return read(MODELS.resolve(id + ".dmn"), Dmn::readModelFromStream);
    }

    static JsonNode form(String id) {
        return read(FORMS.resolve(id + ".form"), in -> {
            try {
                return new ObjectMapper().readTree(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    static String text(String path) {
        return read(Path.of(path), in -> {
            try {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    static List<String> forms() {
        return names(FORMS, ".form");
    }

    /** Names of the files in bpmn/ that end so, without the ending. */
    static List<String> models(String ending) {
        return names(MODELS, ending);
    }

    private static List<String> names(Path folder, String ending) {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length())).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T read(Path file, java.util.function.Function<InputStream, T> reader) {
        try (var in = Files.newInputStream(file)) {
            return reader.apply(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
