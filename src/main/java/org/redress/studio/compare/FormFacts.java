package org.redress.studio.compare;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A form, field by field. */
final class FormFacts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> UNSAID = Set.of("id", "components", "layout", "values", "executionPlatform", "executionPlatformVersion", "exporter", "schemaVersion");
    private static final String CHINESE = "properties.zh-CN.";

    private final Map<String, Facts> fields = new LinkedHashMap<>();

    private FormFacts() {
    }

    static Map<String, Facts> of(byte[] content) throws Xml.Unreadable {
        try {
            JsonNode form = JSON.readTree(content);
            if (!form.isObject()) {
                throw new IOException("no form");
            }
            FormFacts facts = new FormFacts();
            Facts whole = new Facts("form");
            facts.fields.put(form.path("id").asText("form"), whole);
            flat(form, "", whole);
            facts.walk(form, "");
            return facts.fields;
        } catch (IOException e) {
            throw new Xml.Unreadable(e);
        }
    }

    private void walk(JsonNode parent, String inside) {
        for (JsonNode field : parent.path("components")) {
            Facts facts = new Facts(field.path("type").asText());
            String id = field.path("id").asText(field.path("key").asText());
            fields.put(id, facts);
            flat(field, "", facts);
            if (field.path("values").isArray()) {
                facts.say("options", options(field.path("values")));
            }
            facts.say("parent", inside);
            facts.draw(field.path("layout").toString());
            walk(field, id);
        }
    }

    private static String options(JsonNode values) {
        StringBuilder said = new StringBuilder();
        values.forEach(each -> said.append(said.isEmpty() ? "" : "\n").append(each.path("label").asText()).append(" (").append(each.path("value").asText()).append(')'));
        return said.toString();
    }

    private static void flat(JsonNode node, String path, Facts facts) {
        node.fields().forEachRemaining(entry -> {
            String name = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
            JsonNode value = entry.getValue();
            if (path.isEmpty() && UNSAID.contains(name)) {
                return;
            }
            if (value.isObject()) {
                flat(value, name, facts);
            } else if (value.isArray()) {
                facts.say("set", name, array(value));
            } else if (!value.isNull()) {
                say(facts, name, value.asText());
            }
        });
    }

    private static String array(JsonNode value) {
        StringBuilder said = new StringBuilder();
        value.forEach(each -> said.append(said.isEmpty() ? "" : ", ").append(each.isValueNode() ? each.asText() : each.toString()));
        return said.toString();
    }

    private static void say(Facts facts, String name, String value) {
        switch (name) {
            case "type" -> { }
            case "label" -> facts.say("label", value);
            case "text", "description", "key" -> facts.say(name, value);
            case CHINESE + "label", CHINESE + "text" -> facts.say(name.equals(CHINESE + "label") ? "nameZh" : "textZh", value);
            case "conditional.hide" -> facts.say("hide", value);
            default -> {
                if (name.startsWith("validate.")) {
                    facts.say("validation", name.substring("validate.".length()), value);
                } else if (name.startsWith(CHINESE)) {
                    facts.say("chinese", name.substring(CHINESE.length()), value);
                } else {
                    facts.say("set", name, value);
                }
            }
        }
    }
}
