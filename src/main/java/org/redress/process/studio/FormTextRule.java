package org.redress.process.studio;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;


/** A form says what it asks for, in both languages, and takes its lists from where the house fills them. */
final class FormTextRule implements FormFileRule {

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Set<String> INPUTS = Set.of("textfield", "textarea", "number", "checkbox", "checklist", "taglist", "radio", "select", "datetime");
    private static final List<String> TEXTS = List.of("label", "dateLabel", "timeLabel", "description", "text");

    @Override
    public void check(String file, JsonNode form, Models models, House house, Findings found) {
        FormFile.components(form).forEach(component -> {
            texts(component, found);
            String list = component.path("valuesKey").asText();
            if (!list.isEmpty() && !house.lists().contains(list) && component.path("values").isEmpty()) {
                found.error(component.path("id").asText(), "form.unknownList", list, String.join(", ", house.lists()));
            }
        });
    }

    private static void texts(JsonNode component, Findings found) {
        String id = component.path("id").asText();
        JsonNode properties = component.path("properties");
        boolean input = INPUTS.contains(component.path("type").asText());
        if (input && component.path("label").asText().isBlank() && component.path("dateLabel").asText().isBlank() && component.path("timeLabel").asText().isBlank()) {
            found.error(id, "form.noLabel", component.path("key").asText());
        }
        for (String name : TEXTS) {
            String text = component.path(name).asText();
            if (!text.isBlank() && !text.startsWith("=") && !CHINESE.matcher(properties.path("zh-CN." + name).asText()).find()) {
                found.warning(id, "form.noChinese", text, "zh-CN." + name);
            }
        }
        Set<String> values = new HashSet<>();
        for (JsonNode option : component.path("values")) {
            String value = option.path("value").asText();
            if (!values.add(value)) {
                found.error(id, "form.optionTwice", value);
            }
            if (!CHINESE.matcher(properties.path("zh-CN.option." + value).asText()).find() && Character.isLetter(firstOf(option.path("label").asText()))) {
                found.warning(id, "form.noChinese", option.path("label").asText(), "zh-CN.option." + value);
            }
        }
    }

    private static char firstOf(String text) {
        return text.isBlank() ? ' ' : text.strip().charAt(0);
    }
}
