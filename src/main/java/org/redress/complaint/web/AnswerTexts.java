package org.redress.complaint.web;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Answers of the forms of the steps, in words; a field that a designer added is shown by its own name. */
@Component
class AnswerTexts {

    private static final Map<String, String> ENUMS = Map.of("verdict", "Verdict", "liableParty", "LiableParty", "remedies", "Remedy",
            "severity", "Severity", "scale", "Scale");

    private final MessageSource messages;
    private final EventTexts texts;
    private final ClockTexts clocks;

    AnswerTexts(MessageSource messages, EventTexts texts, ClockTexts clocks) {
        this.messages = messages;
        this.texts = texts;
        this.clocks = clocks;
    }

    String label(String field, Locale locale) {
        return messages.getMessage("complaint.answer." + field, null, field, locale);
    }

    String value(String field, @Nullable Object value, Map<String, Object> all, Locale locale) {
        if (value == null) {
            return "";
        }
        if (value instanceof Boolean flag) {
            return messages.getMessage("complaint.word." + flag, null, locale);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(each -> value(field, each, all, locale)).collect(Collectors.joining(" · "));
        }
        String text = value.toString();
        String type = ENUMS.get(field);
        if (type != null) {
            return texts.constant(type, text, locale);
        }
        return switch (field) {
            case "decision" -> messages.getMessage("complaint.decision." + text, null, text, locale);
            case "team" -> texts.team(text, locale);
            case "category" -> texts.category(text, locale);
            case "rating" -> texts.constant("Rating", all.get("scale") + "." + text, locale);
            case "contactedCustomerAt", "retryAt" -> moment(text, locale);
            default -> text;
        };
    }

    private String moment(String text, Locale locale) {
        try {
            return clocks.moment(OffsetDateTime.parse(text).toInstant(), locale);
        } catch (DateTimeException notOne) {
            return text;
        }
    }
}
