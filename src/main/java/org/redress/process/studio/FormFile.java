package org.redress.process.studio;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/** A form as it lies in a set. */
final class FormFile {

    private FormFile() {
    }

    /** @return a missing node for what is no JSON */
    static JsonNode read(ObjectMapper json, byte[] content) {
        try {
            return json.readTree(content);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    /** All components at any depth. */
    static Stream<JsonNode> components(JsonNode form) {
        return StreamSupport.stream(form.path("components").spliterator(), false).flatMap(each -> Stream.concat(Stream.of(each), components(each)));
    }

    /** The names under which the answers of the form are known. */
    static Set<String> keys(JsonNode form) {
        Set<String> keys = new LinkedHashSet<>();
        components(form).map(component -> component.path("key").asText()).filter(key -> !key.isEmpty()).forEach(keys::add);
        return keys;
    }
}
