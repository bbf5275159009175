package org.redress.worklist.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.redress.worklist.form.FieldOptions.Option;

import com.fasterxml.jackson.databind.JsonNode;

/** Turns what a browser, a script or a plain form post sent for one field into a typed value. */
final class FieldReader {

    /** What no form asks for; keeps a hostile request from being matched and stored. */
    static final int LONGEST_TEXT = 20_000;

    private static final int MOST_DIGITS = 30;
    private static final int MOST_NAMED = 12;

    private final FieldMoments moments;

    FieldReader(FieldMoments moments) {
        this.moments = moments;
    }

    FieldReading read(FormField field, @Nullable Object raw, List<Option> options) {
        return switch (field.type()) {
            case "checkbox" -> checkbox(raw);
            case "number" -> number(field, raw);
            case "datetime" -> moments.read(field, text(raw));
            case "checklist", "taglist" -> several(raw, options);
            case "radio", "select" -> one(raw, options);
            default -> words(raw);
        };
    }

    private static FieldReading checkbox(@Nullable Object raw) {
        String text = text(raw);
        if (raw != null && text == null && !"".equals(raw)) {
            return FieldReading.problem("type");
        }
        return switch (text == null ? "false" : text) {
            case "true", "on" -> FieldReading.of(true);
            case "false", "off" -> FieldReading.of(false);
            default -> FieldReading.problem("type");
        };
    }

    private static FieldReading words(@Nullable Object raw) {
        if (raw instanceof Collection<?> || raw instanceof java.util.Map<?, ?>) {
            return FieldReading.problem("type");
        }
        String text = text(raw);
        if (text == null) {
            return FieldReading.EMPTY;
        }
        return text.length() > LONGEST_TEXT ? FieldReading.problem("maxLength", LONGEST_TEXT) : FieldReading.of(text);
    }

    private static FieldReading number(FormField field, @Nullable Object raw) {
        String text = text(raw);
        if (text == null) {
            return raw == null || raw instanceof String ? FieldReading.EMPTY : FieldReading.problem("number");
        }
        BigDecimal number;
        try {
            number = new BigDecimal(text);
        } catch (NumberFormatException e) {
            return FieldReading.problem("number");
        }
        if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
            return FieldReading.problem("number");
        }
        int scale = Math.max(0, number.stripTrailingZeros().scale());
        JsonNode digits = field.node().path("decimalDigits");
        if (digits.isInt() && scale > digits.asInt()) {
            return digits.asInt() == 0 ? FieldReading.problem("whole") : FieldReading.problem("decimals", digits.asInt());
        }
        BigDecimal step = FieldLimits.decimal(field.node().path("increment"));
        if (step != null && step.signum() > 0 && number.remainder(step).signum() != 0) {
            return FieldReading.problem("step", step.toPlainString());
        }
        boolean whole = scale == 0 && (!digits.isInt() || digits.asInt() == 0) && number.precision() - number.scale() <= 18;
        return FieldReading.of(whole ? (Object) number.longValueExact() : number);
    }

    private static FieldReading one(@Nullable Object raw, List<Option> options) {
        String text = text(raw);
        if (text == null) {
            return raw == null || raw instanceof String ? FieldReading.EMPTY : outside(options);
        }
        return choice(text, options).map(FieldReading::of).orElseGet(() -> outside(options));
    }

    private static FieldReading several(@Nullable Object raw, List<Option> options) {
        if (raw == null || "".equals(raw)) {
            return FieldReading.EMPTY;
        }
        Collection<?> items = raw instanceof Collection<?> all ? all : List.of(raw);
        List<String> chosen = new ArrayList<>();
        for (Object item : items) {
            String text = text(item);
            Optional<Object> choice = text == null ? Optional.empty() : choice(text, options);
            if (choice.isEmpty()) {
                return outside(options);
            }
            if (!chosen.contains(choice.get().toString())) {
                chosen.add(choice.get().toString());
            }
        }
        return chosen.isEmpty() ? FieldReading.EMPTY : FieldReading.of(List.copyOf(chosen));
    }

    private static Optional<Object> choice(String text, List<Option> options) {
        return options.stream().filter(option -> option.is(text)).map(Option::value).findFirst();
    }

    /** Says what would be right; of a long list its beginning. */
    private static FieldReading outside(List<Option> options) {
        String named = options.stream().limit(MOST_NAMED).map(option -> option.value().toString()).collect(Collectors.joining(", "));
        return FieldReading.problem("choice", options.size() > MOST_NAMED ? named + ", …" : named);
    }

    /** Trimmed; null for nothing, blanks, and what is no single value. */
    private static @Nullable String text(@Nullable Object raw) {
        if (raw instanceof String || raw instanceof Number || raw instanceof Boolean) {
            String text = raw.toString().strip();
            return text.isEmpty() ? null : text;
        }
        return null;
    }
}
