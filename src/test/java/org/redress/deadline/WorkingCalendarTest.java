package org.redress.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.deadline.At.BERLIN;
import static org.redress.deadline.At.CHINA;
import static org.redress.deadline.At.NEW_YORK;
import static org.redress.deadline.At.SHANGHAI;
import static org.redress.deadline.At.at;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {

    @ParameterizedTest(name = "{1} after {0} is {2}")
    @CsvSource(textBlock = """
            2026-03-06T16:00, 2 bd,   2026-03-10T16:00, days keep the time of day across a weekend
            2026-03-06T16:00, 48 bh,  2026-03-17T10:00, hours do not: 90 min on Friday then six days and 90 min
            2026-03-06T16:00, 24 h,   2026-03-07T16:00, wall clock runs through the weekend
            2026-03-06T16:00, 30 min, 2026-03-06T16:30, minutes
            2026-03-06T18:00, 1 bd,   2026-03-10T08:30, after hours counts from the next opening
            2026-03-07T11:00, 2 bh,   2026-03-09T10:30, a weekend counts from Monday
            2026-03-06T12:30, 2 bh,   2026-03-06T15:30, lunch counts from 13:30
            2026-03-06T11:00, 2 bh,   2026-03-06T14:30, lunch is jumped over
            2026-03-06T16:30, 1 bh,   2026-03-06T17:30, the day ends at 17:30 and is not carried to Monday
            2026-09-30T16:00, 2 bd,   2026-10-09T16:00, 国庆 2026: seven days off
            2025-09-30T16:00, 1 bd,   2025-10-09T16:00, 国庆与中秋 2025: eight days off
            2025-09-26T16:00, 1 bd,   2025-09-28T16:00, make-up Sunday before 国庆 2025
            2026-09-18T16:00, 1 bd,   2026-09-20T16:00, make-up Sunday before 国庆 2026
            2026-10-09T16:00, 1 bd,   2026-10-10T16:00, make-up Saturday after 国庆 2026
            2025-10-10T16:00, 1 bd,   2025-10-11T16:00, make-up Saturday after 国庆 2025
            2025-10-09T17:00, 1 bh,   2025-10-10T09:00, hours go on overnight
            """)
    void countsInChina(String start, String budget, String due, String why) {
        assertThat(CHINA.plus(at(start), Budget.parse(budget))).as(why).isEqualTo(at(due));
    }

    @ParameterizedTest(name = "{1} before {0} is {2}")
    @CsvSource(textBlock = """
            2026-03-10T16:00, 2 bd, 2026-03-06T16:00
            2026-03-08T11:00, 1 bd, 2026-03-05T17:30
            2026-10-08T10:00, 1 bd, 2026-09-30T10:00
            2026-03-09T10:30, 3 bh, 2026-03-06T16:30
            2026-03-09T10:30, 3 h,  2026-03-09T07:30
            2026-03-09T10:30, 5 min, 2026-03-09T10:25
            """)
    void countsBackwards(String end, String budget, String start) {
        assertThat(CHINA.minus(at(end), Budget.parse(budget))).isEqualTo(at(start));
    }

    @Test
    void aHalfDayKeepsWhatFitsIntoIt() {
        SpecialDay eve = SpecialDay.halfDay(LocalDate.of(2027, 2, 5), Slot.parse("08:30-12:00"), "除夕", "New Year's Eve");
        WorkingCalendar calendar = WorkingCalendar.of(SHANGHAI, WorkingWeek.office(), List.of(eve));

        assertThat(calendar.plus(at("2027-02-04T16:00"), Budget.businessDays(1))).isEqualTo(at("2027-02-05T12:00"));
        assertThat(calendar.plus(at("2027-02-04T10:00"), Budget.businessDays(1))).isEqualTo(at("2027-02-05T10:00"));
        assertThat(calendar.plus(at("2027-02-04T16:00"), Budget.businessDays(2))).isEqualTo(at("2027-02-08T16:00"));
        assertThat(calendar.plus(at("2027-02-05T11:00"), Budget.businessHours(2))).isEqualTo(at("2027-02-08T09:30"));
        assertThat(calendar.workingTime(at("2027-02-05T00:00"), at("2027-02-06T00:00"))).isEqualTo(Duration.ofMinutes(210));
    }

    @Test
    void lunchAndLateOpeningsClampToWorkingMoments() {
        SpecialDay noLunch = SpecialDay.halfDay(LocalDate.of(2026, 3, 3), Slot.parse("08:30-17:30"), "连班", "no lunch break");
        SpecialDay late = SpecialDay.halfDay(LocalDate.of(2026, 3, 5), Slot.parse("10:00-12:00"), "晚开门", "late opening");
        WorkingCalendar calendar = WorkingCalendar.of(SHANGHAI, WorkingWeek.office(), List.of(noLunch, late));

        assertThat(calendar.plus(at("2026-03-03T12:45"), Budget.businessDays(1))).isEqualTo(at("2026-03-04T12:00"));
        assertThat(calendar.plus(at("2026-03-04T09:00"), Budget.businessDays(1))).isEqualTo(at("2026-03-05T10:00"));
    }

    @Test
    void aMakeUpDayMayHaveItsOwnHours() {
        SpecialDay saturday = new SpecialDay(LocalDate.of(2026, 3, 7), DayKind.WORKDAY, Slot.parse("09:00-11:00"), "加班", "overtime");
        WorkingCalendar calendar = WorkingCalendar.of(SHANGHAI, WorkingWeek.office(), List.of(saturday));

        assertThat(calendar.workingTime(at("2026-03-07T00:00"), at("2026-03-09T00:00"))).isEqualTo(Duration.ofHours(2));
        assertThat(calendar.isWorking(at("2026-03-07T10:59"))).isTrue();
        assertThat(calendar.isWorking(at("2026-03-07T11:00"))).isFalse();
    }

    @Test
    void anHourSkippedInSpringIsNotWorked() {
        WorkingCalendar night = everyDay(BERLIN, "01:00-04:00");

        assertThat(night.workingTime(at("2026-03-29T00:00", BERLIN), at("2026-03-30T00:00", BERLIN))).isEqualTo(Duration.ofHours(2));
        assertThat(night.plus(at("2026-03-28T02:30", BERLIN), Budget.businessDays(1))).isEqualTo(Instant.parse("2026-03-29T01:00:00Z"));
        assertThat(night.plus(at("2026-03-29T01:30", BERLIN), Budget.businessHours(1))).isEqualTo(at("2026-03-29T03:30", BERLIN));
    }

    @Test
    void anHourThatComesTwiceInAutumnIsWorkedTwice() {
        WorkingCalendar night = everyDay(NEW_YORK, "01:00-04:00");

        assertThat(night.workingTime(at("2026-11-01T00:00", NEW_YORK), at("2026-11-02T00:00", NEW_YORK))).isEqualTo(Duration.ofHours(4));
        Instant firstPass = Instant.parse("2026-11-01T05:45:00Z");
        Instant secondPass = Instant.parse("2026-11-01T06:45:00Z");
        assertThat(night.isWorking(firstPass)).isTrue();
        assertThat(night.isWorking(secondPass)).isTrue();
        assertThat(night.plusWorking(firstPass, Duration.ofHours(1))).isEqualTo(secondPass);
    }

    @ParameterizedTest
    @CsvSource({"Europe/Berlin, 2026-03-27T16:00, 2026-03-30T16:00", "Europe/Berlin, 2026-10-23T16:00, 2026-10-26T16:00",
            "America/New_York, 2026-03-06T16:00, 2026-03-09T16:00", "America/New_York, 2026-10-30T16:00, 2026-11-02T16:00"})
    void aBusinessDayKeepsTheLocalTimeWhenClocksChange(ZoneId zone, String friday, String monday) {
        WorkingCalendar office = At.office(zone);
        assertThat(office.plus(at(friday, zone), Budget.businessDays(1))).isEqualTo(at(monday, zone));
        assertThat(office.plus(at(friday, zone), Budget.hours(72))).isNotEqualTo(at(monday, zone));
        assertThat(office.workingTime(at(friday, zone), at(monday, zone))).isEqualTo(Duration.ofMinutes(450));
    }

    @Test
    void aDayThatNeverWasIsNoWorkingDay() {
        ZoneId samoa = ZoneId.of("Pacific/Apia");
        WorkingCalendar calendar = At.office(samoa);
        assertThat(calendar.plus(at("2011-12-29T10:00", samoa), Budget.businessDays(1))).isEqualTo(at("2012-01-02T10:00", samoa));
    }

    @Test
    void workingTimeHasASign() {
        assertThat(CHINA.workingTime(at("2026-03-06T16:00"), at("2026-03-09T09:00"))).isEqualTo(Duration.ofHours(2));
        assertThat(CHINA.workingTime(at("2026-03-09T09:00"), at("2026-03-06T16:00"))).isEqualTo(Duration.ofHours(-2));
    }

    @Test
    void slotsIncludeTheirStartAndNotTheirEnd() {
        assertThat(CHINA.isWorking(at("2026-03-06T08:30"))).isTrue();
        assertThat(CHINA.isWorking(at("2026-03-06T12:00"))).isFalse();
        assertThat(CHINA.isWorking(at("2026-03-06T17:29:59"))).isTrue();
        assertThat(CHINA.isWorking(at("2026-10-01T10:00"))).isFalse();
        assertThat(CHINA.isWorking(at("2026-10-10T10:00"))).isTrue();
        assertThat(CHINA.nextWorking(at("2026-09-30T17:30"))).isEqualTo(at("2026-10-08T08:30"));
        assertThat(CHINA.lastWorking(at("2026-10-05T12:00"))).isEqualTo(at("2026-09-30T17:30"));
    }

    @Test
    void latestSafeStartCountsWorkBackwards() {
        assertThat(CHINA.latestSafeStart(at("2026-03-09T09:30"), Duration.ofHours(3))).isEqualTo(at("2026-03-06T15:30"));
        assertThat(WorkingCalendar.always(SHANGHAI).latestSafeStart(at("2026-03-09T09:30"), Duration.ofHours(3)))
                .isEqualTo(at("2026-03-09T06:30"));
    }

    @Test
    void aroundTheClockEveryMomentWorks() {
        WorkingCalendar always = CHINA.forSeverity(Severity.S1);
        assertThat(always.isWorking(at("2026-10-01T03:00"))).isTrue();
        assertThat(always.plus(at("2026-10-01T03:00"), Budget.businessHours(30))).isEqualTo(at("2026-10-02T09:00"));
        assertThat(always.plus(at("2026-10-01T00:00"), Budget.businessDays(2))).isEqualTo(at("2026-10-03T00:00"));
        assertThat(CHINA.forSeverity(Severity.S2)).isSameAs(CHINA);
    }

    @Test
    void aCalendarWithoutWorkingTimeIsRefused() {
        assertThatThrownBy(() -> WorkingCalendar.of(SHANGHAI, new WorkingWeek(Map.of()), List.of()))
                .isInstanceOfSatisfying(CalendarException.class, e -> assertThat(e.code()).isEqualTo("deadline.calendar.noWorkingTime"));

        SpecialDay only = SpecialDay.halfDay(LocalDate.of(2026, 3, 6), Slot.parse("09:00-10:00"), "值班", "on duty");
        WorkingCalendar runsOut = WorkingCalendar.of(SHANGHAI, new WorkingWeek(Map.of()), List.of(only));
        assertThat(runsOut.plus(at("2026-03-01T09:00"), Budget.businessHours(1))).isEqualTo(at("2026-03-06T10:00"));
        for (Budget budget : List.of(Budget.businessHours(2), Budget.businessDays(1))) {
            assertThatThrownBy(() -> runsOut.plus(at("2026-03-01T09:00"), budget))
                    .isInstanceOfSatisfying(CalendarException.class, e -> assertThat(e.code()).isEqualTo("deadline.calendar.closed"));
        }
    }

    @Test
    void hoursThatCannotBeAreRefused() {
        for (String wrong : List.of("12:00-08:30", "08:30", "8-9", "08:30-12:00 11:00-17:30", "08:30-08:30")) {
            assertThatThrownBy(() -> Slot.parse(wrong)).as(wrong).isInstanceOf(CalendarException.class);
        }
        LocalDate day = LocalDate.of(2026, 3, 6);
        assertThatThrownBy(() -> SpecialDay.halfDay(day, List.of(), "半天", "half day")).isInstanceOf(CalendarException.class);
        List<SpecialDay> twice = List.of(SpecialDay.holiday(day, "甲", "a"), SpecialDay.workday(day, "乙", "b"));
        assertThatThrownBy(() -> WorkingCalendar.of(SHANGHAI, WorkingWeek.office(), twice))
                .isInstanceOfSatisfying(CalendarException.class, e -> assertThat(e.code()).isEqualTo("deadline.calendar.twice"));
    }

    @Test
    void theShippedYearsAreComplete() {
        assertThat(CHINA.specialDays()).hasSize(72);
        assertThat(CHINA.specialDays().get(LocalDate.of(2026, 10, 1)).nameZh()).isEqualTo("国庆节");
        assertThat(CHINA.specialDaysBetween(at("2026-09-30T16:00"), at("2026-10-09T16:00"))).hasSize(7)
                .allMatch(day -> day.kind() == DayKind.HOLIDAY);
        for (int year : List.of(2025, 2026)) {
            assertThat(CHINA.workingTime(at(year + "-01-01T00:00"), at(year + 1 + "-01-01T00:00")).toMinutes() / 450).isEqualTo(248);
        }
    }

    @Test
    void aBrokenCalendarFileNamesItsLine() {
        for (String wrong : List.of("2026-13-01,HOLIDAY,a,b,", "2026-01-01,FREE,a,b,", "2026-01-01,HOLIDAY,a")) {
            assertThatThrownBy(() -> CalendarData.parse(List.of("date,kind,name_zh,name_en,hours", wrong)))
                    .isInstanceOfSatisfying(CalendarException.class, e -> assertThat(e.args()).containsExactly(2, wrong));
        }
    }

    private static WorkingCalendar everyDay(ZoneId zone, String hours) {
        Map<DayOfWeek, List<Slot>> days = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day, Slot.parse(hours));
        }
        return WorkingCalendar.of(zone, new WorkingWeek(days), List.of());
    }
}
