package org.redress.process.studio.table;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A value that a table names: a String, BigDecimal, Boolean, or LocalDateTime.
 *
 * @param is the value itself
 */
record Value(Comparable<?> is) implements Comparable<Value> {

    static Optional<Value> of(String text) {
        try {
            if (text.startsWith("date") || text.startsWith("@")) {
                String moment = text.substring(text.indexOf('"') + 1, text.lastIndexOf('"'));
                return Optional.of(new Value(moment.contains("T") ? LocalDateTime.parse(moment) : LocalDate.parse(moment).atStartOfDay()));
            }
            if (text.startsWith("\"")) {
                return text.contains("\\") ? Optional.empty() : Optional.of(new Value(text.substring(1, text.length() - 1)));
            }
            return Optional.of(new Value(text.equals("true") || text.equals("false") ? Boolean.valueOf(text) : plain(new BigDecimal(text))));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty(); // not a value after all, so not plain
        }
    }

    /** 3 and 3.0 are one. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    boolean isA(Class<?> type) {
        return type.isInstance(is);
    }

    BigDecimal number() {
        return (BigDecimal) is;
    }

    LocalDateTime moment() {
        return (LocalDateTime) is;
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public int compareTo(Value other) {
        return ((Comparable) is).compareTo(other.is);
    }

    @Override
    public String toString() {
        return is instanceof String ? "\"" + is + "\"" : is.toString();
    }
}
