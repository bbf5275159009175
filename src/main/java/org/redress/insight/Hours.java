package org.redress.insight;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

import org.redress.deadline.Calendars;
import org.redress.deadline.WorkingCalendar;
import org.springframework.stereotype.Component;

/** The company's hours, and working time as one growing number: minutes worked since a fixed day. */
@Component
public class Hours {

    /** Before any case; a moment before it has negative minutes. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);

    private final Calendars calendars;
    private final Clock clock;
    private volatile Summed summed;

    Hours(Calendars calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
        this.summed = Summed.of(calendars.newest());
    }

    /** Minutes until the beginning of a day, by day; another version of the calendar sums anew. */
    private record Summed(int version, NavigableMap<LocalDate, Long> untilDay) {

        static Summed of(int version) {
            return new Summed(version, new ConcurrentSkipListMap<>(Map.of(FIRST_DAY, 0L)));
        }
    }

    /** The version that these hours are of; what was summed with another one no longer fits. */
    int version() {
        return calendars.newest();
    }

    public Instant now() {
        return clock.instant();
    }

    public ZoneId zone() {
        return calendar().zone();
    }

    public LocalDate today() {
        return now().atZone(zone()).toLocalDate();
    }

    /** The end of today: what is due before it is due tonight. */
    public Instant tonight() {
        return startOf(today().plusDays(1));
    }

    public boolean working() {
        return calendar().isWorking(now());
    }

    public WorkingCalendar calendar() {
        return calendars.current();
    }

    Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone()).toInstant();
    }

    Duration worked(LocalDate day) {
        return calendar().workingTime(startOf(day), startOf(day.plusDays(1)));
    }

    /** The next working days, today among them when it is one. */
    List<LocalDate> workingDays(int count) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = today(); days.size() < count; day = day.plusDays(1)) {
            if (!calendar().slots(day).isEmpty()) {
                days.add(day);
            }
        }
        return days;
    }

    /** @param around the clock never stops: every minute counts */
    long minutes(Instant moment, boolean around) {
        if (around) {
            return Math.floorDiv(moment.getEpochSecond() - startOf(FIRST_DAY).getEpochSecond(), 60);
        }
        LocalDate day = moment.atZone(zone()).toLocalDate();
        if (day.isBefore(FIRST_DAY)) {
            return calendar().workingTime(startOf(FIRST_DAY), moment).toMinutes();
        }
        return untilDay(day) + calendar().workingTime(startOf(day), moment).toMinutes();
    }

    private long untilDay(LocalDate day) {
        Summed sums = summed;
        if (sums.version() != calendars.newest()) {
            sums = Summed.of(calendars.newest());
            summed = sums;
        }
        var known = sums.untilDay().floorEntry(day);
        LocalDate at = known.getKey();
        long minutes = known.getValue();
        for (; at.isBefore(day); at = at.plusDays(1)) {
            minutes += worked(at).toMinutes();
            sums.untilDay().put(at.plusDays(1), minutes);
        }
        return minutes;
    }
}
