package org.redress.process.gate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A form taken apart.
 *
 * @param top        the form itself
 * @param components all of them, also those in groups
 * @param texts      every text in it, wherever it stands
 */
record FormParts(JsonNode top, List<Part> components, List<Said> texts) {

    /** @param id of the component, its key where it has none */
    record Part(String id, JsonNode node) {

        String text(String name) {
            return node.path(name).asText();
        }
    }

    /** @param pattern whether it is one that answers are tried on */
    record Said(String id, String text, boolean pattern) {
    }

    /** @param longest characters of the longest text */
    record Size(int depth, int components, int longest) {
    }

    /** Of a form that is not too deep. */
    static FormParts of(JsonNode form) {
        FormParts parts = new FormParts(form, new ArrayList<>(), new ArrayList<>());
        form.fields().forEachRemaining(field -> {
            if (field.getKey().equals("components")) {
                field.getValue().forEach(parts::component);
            } else {
                parts.texts("", field.getKey(), field.getValue());
            }
        });
        return parts;
    }

    private void component(JsonNode node) {
        var id = node.path("id").asText().isEmpty() ? node.path("key").asText() : node.path("id").asText();
        components.add(new Part(id, node));
        node.fields().forEachRemaining(field -> {
            if (field.getKey().equals("components")) {
                field.getValue().forEach(this::component);
            } else {
                texts(id, field.getKey(), field.getValue());
            }
        });
    }

    private void texts(String id, String name, JsonNode node) {
        if (node.isTextual()) {
            texts.add(new Said(id, node.asText(), name.equals("pattern")));
        }
        if (node.isArray()) {
            node.forEach(each -> texts(id, name, each));
        }
        node.fields().forEachRemaining(field -> texts(id, field.getKey(), field.getValue()));
    }

    /** Counted without calling itself, however deep the form is. */
    static Size size(JsonNode form) {
        Deque<Level> open = new ArrayDeque<>(List.of(new Level(form, 1)));
        int deepest = 0;
        int components = 0;
        int longest = 0;
        while (!open.isEmpty()) {
            var level = open.pop();
            deepest = Math.max(deepest, level.depth());
            components += level.node().isObject() && level.node().has("type") ? 1 : 0;
            longest = Math.max(longest, level.node().isTextual() ? level.node().asText().length() : 0);
            for (var field = level.node().fieldNames(); field.hasNext();) {
                longest = Math.max(longest, field.next().length());
            }
            level.node().forEach(child -> open.push(new Level(child, level.depth() + 1)));
        }
        return new Size(deepest, components, longest);
    }

    private record Level(JsonNode node, int depth) {
    }
}
