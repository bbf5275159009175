package org.redress.process.studio.table;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;

/** What kind of values an input of a table takes. */
public enum InputType {
    TEXT(String.class), WHOLE(BigDecimal.class), NUMBER(BigDecimal.class), FLAG(Boolean.class), MOMENT(LocalDateTime.class);

    private final Class<?> values;

    InputType(Class<?> values) {
        this.values = values;
    }

    /** @param typeRef as the table writes it @return empty for a type that says nothing about its values */
    public static Optional<InputType> of(String typeRef) {
        return switch (typeRef.toLowerCase(Locale.ROOT)) {
            case "string" -> Optional.of(TEXT);
            case "integer", "long" -> Optional.of(WHOLE);
            case "double", "number" -> Optional.of(NUMBER);
            case "boolean" -> Optional.of(FLAG);
            case "date" -> Optional.of(MOMENT);
            default -> Optional.empty();
        };
    }

    boolean takes(Value value) {
        return value.isA(values) && (this != WHOLE || value.number().scale() <= 0);
    }
}
