package org.redress.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.camunda.bpm.engine.RepositoryService;
import org.redress.shared.Problem;
import org.redress.worklist.form.FormTranslation;
import org.springframework.stereotype.Component;

/** Released forms, read once: what a deployment holds never changes. */
@Component
class FormLibrary {

    private final RepositoryService repository;
    private final ObjectMapper json;
    private final Map<FormReference, JsonNode> forms = new ConcurrentHashMap<>();
    private final Map<Reading, String> texts = new ConcurrentHashMap<>();

    private record Reading(FormReference form, boolean chinese) {
    }

    FormLibrary(RepositoryService repository, ObjectMapper json) {
        this.repository = repository;
        this.json = json;
    }

    /** @throws Problem 404 when the release holds no such form */
    JsonNode form(FormReference reference) {
        return forms.computeIfAbsent(reference, this::read);
    }

    /** The form as JSON in the language of the reader. */
    String text(FormReference reference, Locale locale) {
        var reading = new Reading(reference, Locale.CHINESE.getLanguage().equals(locale.getLanguage()));
        return texts.computeIfAbsent(reading, any -> FormTranslation.in(locale, form(reference)).toString());
    }

    private JsonNode read(FormReference reference) {
        String file = reference.form() + ".form";
        String resource = repository.getDeploymentResourceNames(reference.deployment()).stream()
                .filter(name -> name.equals(file) || name.endsWith("/" + file))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("process.problem.noForm", reference.form()));
        try (InputStream source = repository.getResourceAsStream(reference.deployment(), resource)) {
            return json.readTree(source);
        } catch (IOException e) {
            throw new UncheckedIOException("The released form " + file + " cannot be read", e);
        }
    }
}
