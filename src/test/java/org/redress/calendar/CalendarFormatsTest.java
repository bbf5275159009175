package org.redress.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.redress.calendar.CalendarImport.Refused;
import org.redress.deadline.CalendarData;
import org.redress.deadline.CompanyCalendar;
import org.redress.deadline.DayKind;
import org.redress.deadline.Region;
import org.redress.deadline.Slot;
import org.redress.deadline.SpecialDay;
import org.redress.deadline.Suspension;
import org.redress.shared.Problem;

/** Calendars as files: what goes out comes back the same, and files of others are read line by line. */
class CalendarFormatsTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant SAVED = Instant.parse("2026-03-01T00:00:00Z");

    private final List<Refused> refused = new ArrayList<>();

    @Test
    void everyPartOfACalendarComesBack() {
        CompanyCalendar full = full();
        assertThat(put(CalendarCsv.read(CalendarCsv.write(full), SHANGHAI, refused))).isEqualTo(full);
        assertThat(put(CalendarIcs.read(CalendarIcs.write(full, SAVED), SHANGHAI, refused))).isEqualTo(full);
        assertThat(refused).isEmpty();
    }

    @Test
    void linesOfAnICalendarFileAreShortAndEscaped() {
        String text = new String(CalendarIcs.write(full(), SAVED), StandardCharsets.UTF_8);
        assertThat(text.split("\r\n")).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        assertThat(text).contains("DTSTART;VALUE=DATE:20261001", "DTSTAMP:20260301T000000Z", "CATEGORIES:SUSPENSION", "Storm\\, flood\\; all of it")
                .endsWith("END:VCALENDAR\r\n");
    }

    @Test
    void filesOfOthersAreRead() {
        var entries = ics("""
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20271001
                DTEND;VALUE=DATE:20271004
                SUMMARY:国庆
                  节（休）
                END:VEVENT
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20271009
                SUMMARY:国庆节（班）
                END:VEVENT
                BEGIN:VEVENT
                CATEGORIES:SUSPENSION
                DTSTART;TZID=Europe/Berlin:20271101T080000
                DTEND:20271101T120000Z
                SUMMARY:Storm
                END:VEVENT
                """);
        assertThat(entries).extracting(FileEntry::line).containsExactly(3, 3, 3, 9, 13);
        assertThat(entries.subList(0, 3)).extracting(entry -> entry.day().date()).containsExactly(LocalDate.parse("2027-10-01"),
                LocalDate.parse("2027-10-02"), LocalDate.parse("2027-10-03"));
        assertThat(entries.get(0).day().nameZh()).isEqualTo("国庆 节（休）");
        assertThat(entries.get(3).day().kind()).isEqualTo(DayKind.WORKDAY);
        assertThat(entries.get(4).suspension().from()).isEqualTo(Instant.parse("2027-11-01T07:00:00Z"));
        assertThat(refused).isEmpty();
    }

    @Test
    void whatCannotBeReadIsNamedByItsLine() {
        var entries = ics("""
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20270101
                RRULE:FREQ=YEARLY
                SUMMARY:Every year
                END:VEVENT
                BEGIN:VEVENT
                DTSTART:20270102T080000
                SUMMARY:A meeting
                END:VEVENT
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20270103
                CATEGORIES:HALF_DAY
                SUMMARY:Half without hours
                END:VEVENT
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20270104
                SUMMARY:Fine
                END:VEVENT
                """);
        assertThat(entries).hasSize(1);
        assertThat(refused).extracting(Refused::line).containsExactly(3, 8, 12);
        assertThat(refused.get(2).problem().key()).isEqualTo("deadline.calendar.special");
        assertThatThrownBy(() -> CalendarIcs.read("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:cut".getBytes(StandardCharsets.UTF_8), SHANGHAI, refused))
                .isInstanceOf(Problem.class).hasMessageContaining("calendar.file.half");
    }

    @Test
    void rowsOfACsvFileAreRefusedOneByOne() {
        var entries = CalendarCsv.read(("""
                date,kind,name_zh,name_en,until,area,case_kind
                2027-01-01,HOLIDAY,元旦,
                2027-01-02,PARTY,派对,Party
                2027-13-01,HOLIDAY,x,y
                2027-01-05,HOLIDAY,,
                2027-02-01T08:00,SUSPENSION,台风,Typhoon,2027-02-01 18:00,north,BILLING
                2027-02-02T08:00,SUSPENSION,台风,Typhoon,2027-02-01T18:00
                2027-02-03T08:00,SUSPENSION,台风,Typhoon,2027-02-03T18:00,,WEATHER
                """).getBytes(StandardCharsets.UTF_8), SHANGHAI, refused);
        assertThat(entries).hasSize(2);
        assertThat(entries.get(0).day().nameEn()).as("named in one language").isEqualTo("元旦");
        assertThat(entries.get(1).suspension().area()).isEqualTo("north");
        assertThat(refused).extracting(Refused::line).containsExactly(3, 4, 5, 7, 8);
        assertThat(refused.get(3).problem().key()).isEqualTo("deadline.calendar.suspension");
        assertThatThrownBy(() -> CalendarCsv.read("date,kind,name_zh,name_en\n\"open".getBytes(StandardCharsets.UTF_8), SHANGHAI, refused))
                .isInstanceOf(Problem.class).hasMessageContaining("calendar.file.unreadable");
    }

    private List<FileEntry> ics(String events) {
        String file = "BEGIN:VCALENDAR\nVERSION:2.0\n" + events + "END:VCALENDAR\n";
        return CalendarIcs.read(file.getBytes(StandardCharsets.UTF_8), SHANGHAI, refused);
    }

    /** China, a region with a day of its own, a half day, and suspensions, one with a name that a spreadsheet would run. */
    private static CompanyCalendar full() {
        CompanyCalendar china = CalendarEdits.day(CalendarData.shipped(), "",
                SpecialDay.halfDay(LocalDate.parse("2026-02-16"), Slot.parse("08:30-12:00"), "除夕", "=New Year’s Eve"));
        china = CalendarEdits.region(china, new Region("tibet", "西藏", "Tibet", Set.of("拉萨"), null, List.of()));
        china = CalendarEdits.day(china, "tibet", SpecialDay.holiday(LocalDate.parse("2026-03-28"), "百万农奴解放纪念日", "Serfs’ Emancipation Day"));
        china = CalendarEdits.suspension(china, new Suspension(Instant.parse("2026-09-20T02:00:00Z"), Instant.parse("2026-09-20T09:00:00Z"), "north",
                "BILLING", "台风“山竹”登陆，全市停工停课停业", "Storm, flood; all of it and a name that is longer than one line may be"));
        return CalendarEdits.suspension(china,
                new Suspension(Instant.parse("2026-09-21T02:00:00Z"), Instant.parse("2026-09-21T09:00:00Z"), null, null, "停工", "Stop"));
    }

    /** The entries on a calendar that has the region but nothing else. */
    private static CompanyCalendar put(List<FileEntry> entries) {
        CompanyCalendar shipped = CalendarData.shipped();
        CompanyCalendar calendar = new CompanyCalendar(shipped.zone(), shipped.week(), List.of(),
                List.of(new Region("tibet", "西藏", "Tibet", Set.of("拉萨"), null, List.of())), List.of());
        for (FileEntry entry : entries) {
            calendar = entry.day() != null ? CalendarEdits.day(calendar, entry.region(), entry.day())
                    : CalendarEdits.suspension(calendar, entry.suspension());
        }
        return calendar;
    }
}
