package org.redress.shared.importer;

import java.util.Arrays;
import java.util.List;

/**
 * A field that a target takes.
 *
 * @param choices allowed values, only for {@link Kind#CHOICE}
 */
public record ImportField(String name, Kind kind, boolean required, List<String> choices) {

    public enum Kind {
        TEXT, MOMENT, NUMBER, FLAG, CHOICE
    }

    public static ImportField text(String name) {
        return new ImportField(name, Kind.TEXT, false, List.of());
    }

    public static ImportField moment(String name) {
        return new ImportField(name, Kind.MOMENT, false, List.of());
    }

    public static ImportField number(String name) {
        return new ImportField(name, Kind.NUMBER, false, List.of());
    }

    public static ImportField flag(String name) {
        return new ImportField(name, Kind.FLAG, false, List.of());
    }

    public static ImportField choice(String name, Class<? extends Enum<?>> type) {
        return new ImportField(name, Kind.CHOICE, false, Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
    }

    public ImportField needed() {
        return new ImportField(name, kind, true, choices);
    }
}
