package org.redress.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Problem;

/** The events of an iCalendar file, each with the line it begins on. */
final class IcsFile {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    private IcsFile() {
    }

    private record Line(int number, String text) {
    }

    /** One property: its value, and the TZID it was given with. */
    private record Property(String value, @Nullable String zone) {
    }

    record Event(int line, Map<String, Property> properties) {

        boolean has(String name) {
            return !text(name).isEmpty();
        }

        String text(String name) {
            Property property = properties.get(name);
            return property == null ? "" : unescaped(property.value()).strip();
        }

        @Nullable String optional(String name) {
            return has(name) ? text(name) : null;
        }

        /** With Z, with a TZID, or as local time of the company. */
        Instant moment(String name, ZoneId company) {
            Property property = properties.get(name);
            if (property == null) {
                throw new DateTimeException(name);
            }
            String value = property.value().strip();
            String zone = property.zone();
            if (value.endsWith("Z")) {
                return LocalDateTime.parse(value.substring(0, value.length() - 1), LOCAL).toInstant(ZoneOffset.UTC);
            }
            return LocalDateTime.parse(value, LOCAL).atZone(zone == null ? company : ZoneId.of(zone)).toInstant();
        }
    }

    static List<Event> events(String text) {
        List<Line> lines = unfolded(text);
        if (lines.isEmpty() || !lines.get(0).text().strip().equalsIgnoreCase("BEGIN:VCALENDAR")) {
            throw Problem.invalid("file", "calendar.file.noCalendar");
        }
        List<Event> events = new ArrayList<>();
        Event open = null;
        for (Line line : lines) {
            String trimmed = line.text().strip();
            if (trimmed.equalsIgnoreCase("BEGIN:VEVENT")) {
                open = new Event(line.number(), new HashMap<>());
            } else if (trimmed.equalsIgnoreCase("END:VEVENT") && open != null) {
                events.add(open);
                open = null;
            } else if (open != null) {
                add(open, line.text());
            }
        }
        if (open != null) {
            throw Problem.invalid("file", "calendar.file.half", open.line());
        }
        return events;
    }

    private static void add(Event event, String line) {
        int colon = line.indexOf(':');
        if (colon > 0) {
            String[] head = line.substring(0, colon).split(";");
            String zone = null;
            for (String parameter : head) {
                if (parameter.toUpperCase(Locale.ROOT).startsWith("TZID=")) {
                    zone = parameter.substring("TZID=".length()).replace("\"", "");
                }
            }
            event.properties().putIfAbsent(head[0].toUpperCase(Locale.ROOT), new Property(line.substring(colon + 1), zone));
        }
    }

    /** A line that begins with a blank goes on with the one above. */
    private static List<Line> unfolded(String text) {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String raw : text.split("\r\n|\n|\r", -1)) {
            number++;
            if (!lines.isEmpty() && (raw.startsWith(" ") || raw.startsWith("\t"))) {
                Line above = lines.remove(lines.size() - 1);
                lines.add(new Line(above.number(), above.text() + raw.substring(1)));
            } else if (!raw.isBlank()) {
                lines.add(new Line(number, raw));
            }
        }
        return lines;
    }

    private static String unescaped(String value) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            if (letter == '\\' && i + 1 < value.length()) {
                i++;
                letter = Character.toLowerCase(value.charAt(i)) == 'n' ? '\n' : value.charAt(i);
            }
            plain.append(letter);
        }
        return plain.toString();
    }
}
