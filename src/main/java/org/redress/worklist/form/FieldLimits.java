package org.redress.worklist.form;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.jspecify.annotations.Nullable;
import org.redress.worklist.Conditions;

import com.fasterxml.jackson.databind.JsonNode;

/** The "validate" block of a field: length, range, pattern, e-mail and phone. */
final class FieldLimits {

    private static final Pattern EMAIL = Pattern.compile("[\\w.!#$%&'*+/=?^`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
            + "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*");
    /** International: + or 00, a country code as the ITU gives them out (E.164), the subscriber. */
    private static final Pattern PHONE = Pattern.compile("(?:\\+|00)(?:1|7|2[07]|2[1-689]\\d|3[0-469]|3[578]\\d|4[013-9]|42\\d|5[1-8]|5[09]\\d"
            + "|6[0-6]|6[7-9]\\d|8[1246]|8[0578]\\d|9[0-58]|9[679]\\d)\\d{4,20}");

    private final Conditions conditions;

    FieldLimits(Conditions conditions) {
        this.conditions = conditions;
    }

    /** The reading itself, or the first rule it breaks. */
    FieldReading check(FormField field, FieldReading reading, Map<String, Object> context) {
        if (reading.value() instanceof String text && !field.hasOptions() && !"datetime".equals(field.type())) {
            return checkText(field, reading, text, context);
        }
        if (reading.value() instanceof Number && "number".equals(field.type())) {
            return checkRange(field, reading, new BigDecimal(reading.value().toString()), context);
        }
        return reading;
    }

    private FieldReading checkText(FormField field, FieldReading reading, String text, Map<String, Object> context) {
        Integer shortest = length(field, "minLength", context, limit -> text.length() < limit);
        if (shortest != null) {
            return FieldReading.problem("minLength", shortest);
        }
        Integer longest = length(field, "maxLength", context, limit -> text.length() > limit);
        if (longest != null) {
            return FieldReading.problem("maxLength", longest);
        }
        String pattern = field.rule("pattern").asText();
        if (!pattern.isEmpty() && !matches(pattern, text)) {
            String own = field.rule("patternErrorMessage").asText();
            return own.isEmpty() ? FieldReading.problem("pattern") : FieldReading.problem("patternOwn", own);
        }
        return switch (field.rule("validationType").asText()) {
            case "email" -> EMAIL.matcher(text).matches() ? reading : FieldReading.problem("email");
            case "phone" -> PHONE.matcher(text).matches() ? reading : FieldReading.problem("phone");
            default -> reading;
        };
    }

    private FieldReading checkRange(FormField field, FieldReading reading, BigDecimal number, Map<String, Object> context) {
        BigDecimal least = limit(field.rule("min"), context);
        if (least != null && number.compareTo(least) < 0) {
            return FieldReading.problem("min", least.toPlainString());
        }
        BigDecimal most = limit(field.rule("max"), context);
        return most != null && number.compareTo(most) > 0 ? FieldReading.problem("max", most.toPlainString()) : reading;
    }

    private @Nullable Integer length(FormField field, String rule, Map<String, Object> context, IntPredicate broken) {
        BigDecimal limit = limit(field.rule(rule), context);
        return limit != null && broken.test(limit.intValue()) ? limit.intValue() : null;
    }

    private @Nullable BigDecimal limit(JsonNode rule, Map<String, Object> context) {
        String expression = FormField.expression(rule);
        if (expression == null) {
            return decimal(rule);
        }
        return conditions.value(expression, context) instanceof Number number ? new BigDecimal(number.toString()) : null;
    }

    static @Nullable BigDecimal decimal(JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue();
        }
        try {
            return value.isTextual() ? new BigDecimal(value.asText().strip()) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Anywhere in the text, as a browser tests it. A pattern that is none refuses everything: so does the browser. */
    private static boolean matches(String pattern, String text) {
        try {
            return Pattern.compile(pattern).matcher(text).find();
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
