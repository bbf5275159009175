package org.redress.process.studio;

import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.feel.FeelEngine;
import org.jspecify.annotations.Nullable;
import org.redress.worklist.Conditions;

/** Whether the engine can read what cells and conditions say. It would tell only when a case comes by. */
final class FeelCheck {

    private static final FeelEngine READER = new FeelEngine(FeelEngine.defaultFunctionProvider(), FeelEngine.defaultValueMapper(),
            new FeelEngine.Configuration(false), FeelEngine.defaultClock());
    /** Where a form may compute: these, and every text of a component that begins with "=". */
    private static final Collection<String> TEXTS = List.of("hide", "required", "readonly", "disabled", "valuesExpression", "expression", "min", "max",
            "minLength", "maxLength");

    private final Conditions conditions;

    FeelCheck(Conditions conditions) {
        this.conditions = conditions;
    }

    void decision(byte[] content, Findings found) {
        DmnModelInstance model = Dmn.readModelFromStream(new ByteArrayInputStream(content));
        for (LiteralExpression expression : model.getModelElementsByType(LiteralExpression.class)) {
            if (!conditions.isReadable(text(expression.getText()))) {
                tell(expression, expression.getText(), found);
            }
        }
        for (InputEntry entry : model.getModelElementsByType(InputEntry.class)) {
            String text = text(entry.getText());
            if (!text.isBlank() && !text.strip().equals("-") && READER.parseUnaryTests(text).isLeft()) {
                tell(entry, entry.getText(), found);
            }
        }
    }

    private static void tell(DmnElement element, @Nullable Text text, Findings found) {
        String content = text(text);
        boolean empty = content.isBlank();
        if (empty && element.getParentElement() instanceof Rule) {
            return; // an output left open answers null
        }
        if (element.getParentElement() instanceof Rule rule) {
            found.error(element.getId() == null ? rule.getId() : element.getId(), "cell", content, rule.getParentElement().getChildElementsByType(Rule.class)
                    .stream().toList().indexOf(rule) + 1);
        } else if (element.getParentElement() instanceof DmnElement around) {
            String id = around.getId() == null ? "" : around.getId();
            if (empty) {
                found.error(id, "expressionEmpty");
            } else {
                found.error(id, "expression", content);
            }
        }
    }

    private static String text(@Nullable Text text) {
        return text == null ? "" : text.getTextContent();
    }

    void form(JsonNode form, Findings found) {
        if (!form.isObject()) {
            found.error("", "formUnreadable");
            return;
        }
        if (form.path("id").asText().isBlank()) {
            found.error("", "formWithoutId");
        }
        component(form, found);
    }

    private void component(JsonNode component, Findings found) {
        String id = component.path("id").asText();
        TEXTS.forEach(name -> List.of(component, component.path("conditional"), component.path("validate"))
                .forEach(holder -> expression(id, holder.path(name), found)));
        component.path("components").forEach(child -> component(child, found));
    }

    private void expression(String id, JsonNode value, Findings found) {
        if (value.isTextual() && value.asText().startsWith("=") && !conditions.isReadable(value.asText().substring(1))) {
            found.error(id, "expression", value.asText());
        }
    }
}
