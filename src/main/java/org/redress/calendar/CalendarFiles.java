package org.redress.calendar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.redress.calendar.CalendarImport.Refused;
import org.redress.deadline.CompanyCalendar;
import org.redress.deadline.SpecialDay;
import org.redress.deadline.Suspension;
import org.redress.shared.AuditTrail;
import org.redress.shared.FieldProblem;
import org.redress.shared.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Calendars as files: CSV and iCalendar, out and in. Good rows go into the draft, others are named; the same file twice changes nothing. */
@Service
@Transactional
public class CalendarFiles {

    private static final int LARGEST = 2 * 1024 * 1024;

    private final WorkingCalendars calendars;
    private final AuditTrail audit;

    CalendarFiles(WorkingCalendars calendars, AuditTrail audit) {
        this.calendars = calendars;
        this.audit = audit;
    }

    public byte[] csv(int version) {
        audit.record("EXPORT_CALENDAR", "CALENDAR", String.valueOf(version), Map.of("format", "csv"));
        return CalendarCsv.write(calendars.version(version));
    }

    public byte[] ics(int version) {
        CalendarVersion saved = calendars.versions().stream().filter(one -> one.version() == version).findFirst()
                .orElseThrow(() -> Problem.notFound("calendar.problem.version", version));
        audit.record("EXPORT_CALENDAR", "CALENDAR", String.valueOf(version), Map.of("format", "ics"));
        return CalendarIcs.write(calendars.version(version), saved.savedAt());
    }

    /**
     * @param seen revision of the draft that the person saw
     * @throws Problem 409 for another draft, 413 for a large file, 422 for one that cannot be read
     */
    public CalendarImport read(int seen, String fileName, byte[] content) {
        if (content.length > LARGEST) {
            throw Problem.tooLarge("calendar.file.tooLarge", LARGEST / 1024 / 1024);
        }
        CompanyCalendar before = calendars.draft().calendar();
        List<Refused> refused = new ArrayList<>();
        List<FileEntry> entries = fileName.toLowerCase(Locale.ROOT).endsWith(".ics")
                ? CalendarIcs.read(content, before.zone(), refused)
                : CalendarCsv.read(content, before.zone(), refused);
        Tally tally = new Tally(before, refused);
        entries.forEach(tally::add);
        calendars.change(seen, draft -> tally.calendar);
        audit.record("IMPORT_CALENDAR", "CALENDAR", "draft", Map.of("file", shortened(fileName), "added", tally.added, "changed", tally.changed,
                "known", tally.known, "refused", refused.size()));
        return new CalendarImport(tally.added, tally.changed, tally.known,
                refused.stream().sorted(Comparator.comparingInt(Refused::line)).toList());
    }

    private static String shortened(String fileName) {
        return fileName.substring(0, Math.min(fileName.length(), 200));
    }

    /** What the rows make of the calendar, one after the other. */
    private static final class Tally {

        private final List<Refused> refused;
        private CompanyCalendar calendar;
        private int added;
        private int changed;
        private int known;

        private Tally(CompanyCalendar calendar, List<Refused> refused) {
            this.calendar = calendar;
            this.refused = refused;
        }

        private void add(FileEntry entry) {
            SpecialDay day = entry.day();
            Suspension suspension = entry.suspension();
            String region = entry.region();
            if (day != null && !region.isEmpty() && calendar.regions().stream().noneMatch(one -> one.code().equals(region))) {
                refused.add(new Refused(entry.line(), FieldProblem.of("region", "calendar.file.region", region), day.date() + " " + day.nameZh()));
            } else if (day != null) {
                add(region, day);
            } else if (suspension != null) {
                boolean there = calendar.suspensions().contains(suspension);
                count(there, false);
                calendar = CalendarEdits.suspension(calendar, suspension);
            }
        }

        private void add(String region, SpecialDay day) {
            SpecialDay old = CalendarEdits.days(calendar, region).stream().filter(one -> one.date().equals(day.date())).findFirst().orElse(null);
            count(day.equals(old), old != null);
            calendar = CalendarEdits.day(calendar, region, day);
        }

        private void count(boolean same, boolean replaces) {
            if (same) {
                known++;
            } else if (replaces) {
                changed++;
            } else {
                added++;
            }
        }
    }
}
