package org.redress.calendar;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

import org.redress.calendar.CalendarImport.Refused;
import org.redress.calendar.IcsFile.Event;
import org.redress.deadline.CompanyCalendar;
import org.redress.deadline.DayKind;
import org.redress.deadline.DeadlineException;
import org.redress.deadline.Region;
import org.redress.deadline.Slot;
import org.redress.deadline.SpecialDay;
import org.redress.deadline.Suspension;
import org.redress.shared.FieldProblem;
import org.redress.shared.Problem;
import org.redress.shared.importer.CsvText;

/**
 * Special days and suspensions as iCalendar (RFC 5545): a day is an all-day event, a suspension a timed one. Files of others are read too:
 * an all-day event is a holiday, or a make-up working day where its name says 班.
 */
final class CalendarIcs {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LONGEST_EVENT_DAYS = 60;

    private CalendarIcs() {
    }

    /** @param savedAt of the version, told as the moment its events were made */
    static byte[] write(CompanyCalendar calendar, Instant savedAt) {
        IcsWriter ics = new IcsWriter(UTC.format(savedAt));
        calendar.days().forEach(day -> write(ics, day, ""));
        for (Region region : calendar.regions()) {
            region.days().forEach(day -> write(ics, day, region.code()));
        }
        for (Suspension one : calendar.suspensions()) {
            ics.begin("suspension-" + UTC.format(one.from()) + "-" + Integer.toHexString(one.hashCode()), one.nameZh(), one.nameEn());
            ics.raw("DTSTART:" + UTC.format(one.from())).raw("DTEND:" + UTC.format(one.to())).raw("CATEGORIES:" + CalendarCsv.SUSPENSION);
            ics.optional("X-REDRESS-AREA", one.area()).optional("X-REDRESS-CASE-KIND", one.kind()).end();
        }
        return ics.bytes();
    }

    private static void write(IcsWriter ics, SpecialDay day, String region) {
        ics.begin(day.date() + (region.isEmpty() ? "" : "-" + region), day.nameZh(), day.nameEn());
        ics.raw("DTSTART;VALUE=DATE:" + DAY.format(day.date())).raw("DTEND;VALUE=DATE:" + DAY.format(day.date().plusDays(1)));
        ics.raw("CATEGORIES:" + day.kind()).raw("TRANSP:TRANSPARENT");
        ics.optional("X-REDRESS-REGION", region).optional("X-REDRESS-HOURS", CalendarStore.hours(day.slots())).end();
    }

    /** @throws Problem 422 for a file that is no calendar */
    static List<FileEntry> read(byte[] content, ZoneId zone, List<Refused> refused) {
        List<FileEntry> entries = new ArrayList<>();
        for (Event event : IcsFile.events(CsvText.decode(content, StandardCharsets.UTF_8))) {
            try {
                entries.addAll(entries(event, zone));
            } catch (DeadlineException e) {
                refused.add(refused(event, e.code(), e.args()));
            } catch (DateTimeException | IllegalArgumentException e) {
                refused.add(refused(event, "calendar.file.row"));
            }
        }
        return entries;
    }

    private static Refused refused(Event event, String code, Object... args) {
        return new Refused(event.line(), FieldProblem.of("", code, args), event.text("SUMMARY") + " " + event.text("DTSTART"));
    }

    private static List<FileEntry> entries(Event event, ZoneId zone) {
        if (event.has("RRULE")) {
            throw new IllegalArgumentException("RRULE");
        }
        String zh = event.text("SUMMARY");
        String en = event.has("X-REDRESS-NAME-EN") ? event.text("X-REDRESS-NAME-EN") : zh;
        if (zh.isEmpty() || zh.length() > 200 || en.length() > 200) {
            throw new IllegalArgumentException("SUMMARY");
        }
        if (event.text("CATEGORIES").equals(CalendarCsv.SUSPENSION)) {
            return List.of(FileEntry.of(event.line(), new Suspension(event.moment("DTSTART", zone), event.moment("DTEND", zone),
                    event.optional("X-REDRESS-AREA"), CalendarCsv.knownKind(event.optional("X-REDRESS-CASE-KIND")), zh, en)));
        }
        LocalDate first = LocalDate.parse(event.text("DTSTART"), DAY);
        LocalDate end = event.has("DTEND") ? LocalDate.parse(event.text("DTEND"), DAY) : first.plusDays(1);
        if (!end.isAfter(first) || end.isAfter(first.plusDays(LONGEST_EVENT_DAYS))) {
            throw new IllegalArgumentException("DTEND");
        }
        DayKind kind = kind(event, zh);
        List<Slot> hours = event.has("X-REDRESS-HOURS") ? Slot.parse(event.text("X-REDRESS-HOURS")) : List.of();
        return first.datesUntil(end).map(date -> FileEntry.of(event.line(), event.text("X-REDRESS-REGION"), new SpecialDay(date, kind, hours, zh, en)))
                .toList();
    }

    private static DayKind kind(Event event, String summary) {
        String category = event.text("CATEGORIES");
        for (DayKind kind : DayKind.values()) {
            if (kind.name().equals(category)) {
                return kind;
            }
        }
        return summary.contains("班") ? DayKind.WORKDAY : DayKind.HOLIDAY;
    }
}
