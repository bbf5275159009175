package org.redress.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.redress.shared.Problem;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The JSON that a webhook is sent: a template whose texts hold places. Filled in as a tree, so that no value can leave its text. */
@Component
class WebhookBody {

    /** What a body may name. */
    static final List<String> PLACES = List.of("key", "template", "case", "urgent", "at", "subject", "text", "markdown", "link", "severity", "phone");

    private final ObjectMapper json;

    WebhookBody(ObjectMapper json) {
        this.json = json;
    }

    /** The body that comes with the shape. */
    String shipped(WebhookShape shape) {
        try (var stream = new ClassPathResource("notification/webhook/" + shape.name() + ".json").getInputStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String write(WebhookChannel channel, Map<String, String> values) {
        try {
            return json.writeValueAsString(filled(json.readTree(channel.body() == null ? shipped(channel.shape()) : channel.body()), values));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The body of " + channel.code() + " is no JSON", e);
        }
    }

    /** @throws Problem 422 for what is no JSON object, or names a place that is none */
    void check(@Nullable String body) {
        if (body == null) {
            return;
        }
        JsonNode tree;
        try {
            tree = json.readTree(body);
        } catch (JsonProcessingException e) {
            throw Problem.invalid("body", "notification.problem.json", e.getLocation() == null ? 1 : e.getLocation().getLineNr());
        }
        if (tree == null || !tree.isObject()) {
            throw Problem.invalid("body", "notification.problem.json", 1);
        }
        Set<String> unknown = new TreeSet<>();
        texts(tree, unknown);
        if (!unknown.isEmpty()) {
            throw Problem.invalid("body", "notification.problem.place", "{" + String.join("} {", unknown) + "}", "{" + String.join("} {", PLACES) + "}");
        }
    }

    private static void texts(JsonNode node, Set<String> unknown) {
        if (node.isTextual()) {
            TextFiller.NAMED.matcher(node.textValue()).results().map(found -> found.group(1)).filter(name -> !PLACES.contains(name)).forEach(unknown::add);
        }
        node.forEach(each -> texts(each, unknown));
    }

    private JsonNode filled(JsonNode node, Map<String, String> values) {
        if (node instanceof ObjectNode object) {
            var fields = new LinkedHashMap<String, JsonNode>();
            object.fields().forEachRemaining(field -> fields.put(field.getKey(), filled(field.getValue(), values)));
            return json.createObjectNode().setAll(fields);
        }
        if (node instanceof ArrayNode array) {
            var copy = json.createArrayNode();
            array.forEach(each -> copy.add(filled(each, values)));
            return copy;
        }
        return node.isTextual() ? TextNode.valueOf(text(node.textValue(), values)) : node;
    }

    private static String text(String text, Map<String, String> values) {
        return TextFiller.PLACE.matcher(text).replaceAll(place ->
                Matcher.quoteReplacement(values.getOrDefault(place.group(1), "")));
    }
}
