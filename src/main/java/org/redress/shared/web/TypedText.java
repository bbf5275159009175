package org.redress.shared.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpMethod;

/** What a person had typed into the form of a request that failed; never passwords, never what the page itself had put there. */
final class TypedText {

    private static final int FIELDS = 60;
    private static final Set<String> OF_THE_PAGE = Set.of("version", "then", "back", "pick");
    private static final String PLAIN_FIELD = "field.";
    private static final String ANSWERS = "answers";

    private final ObjectMapper json;
    private final Map<String, List<String>> said = new LinkedHashMap<>();

    private TypedText(ObjectMapper json) {
        this.json = json;
    }

    /** Names of fields with what each held, in the order of the form; empty for a page that was only opened. */
    static Map<String, List<String>> of(HttpServletRequest request, ObjectMapper json) {
        var typed = new TypedText(json);
        if (!HttpMethod.GET.matches(request.getMethod()) && !HttpMethod.HEAD.matches(request.getMethod())) {
            request.getParameterMap().forEach(typed::parameter);
        }
        return typed.said;
    }

    private void parameter(String name, String[] values) {
        if (OF_THE_PAGE.contains(name)) {
            return;
        }
        for (String value : values) {
            if (!name.equals(ANSWERS) || !answers(value)) {
                add(name.startsWith(PLAIN_FIELD) ? name.substring(PLAIN_FIELD.length()) : name, value);
            }
        }
    }

    /** The form viewer sends all its fields as one JSON object. */
    private boolean answers(String value) {
        try {
            var sent = json.readTree(value);
            sent.fields().forEachRemaining(field -> answer(field.getKey(), field.getValue()));
            return sent.isObject();
        } catch (JsonProcessingException e) {
            return false; // shown as it came, so that nothing is lost
        }
    }

    private void answer(String name, JsonNode value) {
        if (value.isArray()) {
            value.forEach(each -> answer(name, each));
        } else if (value.isObject()) {
            value.fields().forEachRemaining(field -> answer(name + "." + field.getKey(), field.getValue()));
        } else if (!value.isNull()) {
            add(name, value.asText());
        }
    }

    private void add(String name, String value) {
        if (!value.isBlank() && !isSecret(name) && (said.containsKey(name) || said.size() < FIELDS)) {
            said.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
        }
    }

    private static boolean isSecret(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("_") || lower.contains("password") || lower.contains("secret") || lower.contains("token");
    }
}
