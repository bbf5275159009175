package org.redress.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;

/**
 * A second opinion, written apart from the product and slow on purpose: it looks at every minute of a window on its own, asks
 * what the wall clock of the zone shows, and counts. Knows whole minutes only. Shares no code with the product.
 */
final class SlowOracle {

    /** Hours of a day as pairs of minutes, for example {510, 720, 810, 1050}. */
    record Hours(int[] pairs) {

        boolean include(int minute) {
            for (int i = 0; i < pairs.length; i += 2) {
                if (minute >= pairs[i] && minute < pairs[i + 1]) {
                    return true;
                }
            }
            return false;
        }
    }

    /** What the wall clock shows in each minute of a window. */
    record Wall(Instant begin, int[] day, int[] minuteOfDay) {

        static Wall of(ZoneId zone, LocalDate from, int days) {
            Instant begin = from.atStartOfDay().toInstant(ZoneOffset.UTC);
            int[] day = new int[days * 24 * 60];
            int[] minuteOfDay = new int[days * 24 * 60];
            for (int i = 0; i < day.length; i++) {
                LocalDateTime wall = LocalDateTime.ofInstant(begin.plusSeconds(60L * i), zone);
                LocalTime time = wall.toLocalTime();
                day[i] = (int) wall.toLocalDate().toEpochDay();
                minuteOfDay[i] = time.getHour() * 60 + time.getMinute();
            }
            return new Wall(begin, day, minuteOfDay);
        }
    }

    private final Instant begin;
    /** Minutes of the week and its special days. */
    private final boolean[] usual;
    /** Those of them in which work is not suspended. */
    private final boolean[] working;
    private final int[] day;
    private final int[] minuteOfDay;

    SlowOracle(Wall wall, Hours[] week, Map<LocalDate, Hours> special) {
        begin = wall.begin();
        day = wall.day();
        minuteOfDay = wall.minuteOfDay();
        usual = new boolean[day.length];
        for (int i = 0; i < usual.length; i++) {
            LocalDate date = LocalDate.ofEpochDay(day[i]);
            usual[i] = special.getOrDefault(date, week[date.getDayOfWeek().getValue() - 1]).include(minuteOfDay[i]);
        }
        working = usual.clone();
    }

    private SlowOracle(SlowOracle other) {
        begin = other.begin;
        day = other.day;
        minuteOfDay = other.minuteOfDay;
        usual = other.usual;
        working = other.working.clone();
    }

    /** The same days, without the minutes from one to another. */
    SlowOracle suspended(int from, int to) {
        SlowOracle left = new SlowOracle(this);
        Arrays.fill(left.working, from, to, false);
        return left;
    }

    Instant moment(int minute) {
        return begin.plusSeconds(60L * minute);
    }

    int minute(Instant moment) {
        return Math.toIntExact((moment.getEpochSecond() - begin.getEpochSecond()) / 60);
    }

    boolean works(int minute) {
        return working[minute];
    }

    /** Working minutes as if nothing were suspended. */
    int usual(int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum += usual[i] ? 1 : 0;
        }
        return sum;
    }

    int count(int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum += working[i] ? 1 : 0;
        }
        return sum;
    }

    /** The first minute with so many working minutes behind it. */
    int ahead(int from, int count) {
        int at = from;
        for (int left = count; left > 0; at++) {
            left -= working[at] ? 1 : 0;
        }
        return at;
    }

    /** The last minute with so many working minutes before {@code to}. */
    int back(int to, int count) {
        int at = to;
        for (int left = count; left > 0; ) {
            at--;
            left -= working[at] ? 1 : 0;
        }
        return at;
    }

    /** Minutes a budget of days takes: days are counted as if nothing were suspended. */
    int minutesOf(int from, int days) {
        return usual(from, usualDays(from, days));
    }

    /** {@link #usualDays}, and then as long as it takes to make up for what was suspended on the way. */
    int daysAhead(int from, int days) {
        int at = usualDays(from, days);
        int lost = 0;
        for (int i = from; i < at; i++) {
            lost += usual[i] && !working[i] ? 1 : 0;
        }
        return ahead(at, lost);
    }

    /** The same time of day on the n-th working day, or the last working moment of that day before it, or its opening. */
    int usualDays(int from, int days) {
        int start = from;
        while (!usual[start]) {
            start++;
        }
        int i = start;
        int current = day[start];
        for (int left = days; left > 0; i++) {
            if (day[i] != current && usual[i]) {
                current = day[i];
                left--;
            }
        }
        while (day[i - 1] == current) {
            i--;
        }
        int best = -1;
        boolean reached = false;
        for (; day[i] == current; i++) {
            if (best < 0 && usual[i]) {
                best = i;
            }
            if (!reached && (usual[i] || usual[i - 1] && day[i - 1] == current)) {
                best = i;
            }
            reached |= minuteOfDay[i] >= minuteOfDay[start];
        }
        boolean endsAtMidnight = !reached && usual[i - 1];
        return endsAtMidnight ? i : best;
    }
}
