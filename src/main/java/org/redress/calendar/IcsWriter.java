package org.redress.calendar;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/** Lines of an iCalendar file as RFC 5545 wants them: escaped, at most 75 octets, ended by CR LF. */
final class IcsWriter {

    private static final int LONGEST = 75;

    private final StringBuilder text = new StringBuilder();
    private final String stamp;

    IcsWriter(String stamp) {
        this.stamp = stamp;
        raw("BEGIN:VCALENDAR").raw("VERSION:2.0").raw("PRODID:-//Redress//Working calendar//EN").raw("CALSCALE:GREGORIAN");
    }

    IcsWriter begin(String uid, String nameZh, String nameEn) {
        return raw("BEGIN:VEVENT").raw("UID:" + uid + "@redress").raw("DTSTAMP:" + stamp).raw("SUMMARY:" + escaped(nameZh))
                .raw("X-REDRESS-NAME-EN:" + escaped(nameEn));
    }

    IcsWriter optional(String name, @Nullable String value) {
        return value == null || value.isEmpty() ? this : raw(name + ":" + escaped(value));
    }

    IcsWriter end() {
        return raw("END:VEVENT");
    }

    IcsWriter raw(String line) {
        int octets = 0;
        for (int at = 0; at < line.length(); ) {
            int letter = line.codePointAt(at);
            String written = Character.toString(letter);
            int size = written.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(written);
            octets += size;
            at += written.length();
        }
        text.append("\r\n");
        return this;
    }

    byte[] bytes() {
        raw("END:VCALENDAR");
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\r\n", "\\n").replace("\n", "\\n");
    }
}
