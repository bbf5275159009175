package org.redress.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
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

    private final Instant begin;
    private final boolean[] working;
    private final int[] day;
    private final int[] minuteOfDay;

    SlowOracle(ZoneId zone, LocalDate from, int days, Hours[] week, Map<LocalDate, Hours> special) {
        begin = from.atStartOfDay().toInstant(ZoneOffset.UTC);
        int minutes = days * 24 * 60;
        working = new boolean[minutes];
        day = new int[minutes];
        minuteOfDay = new int[minutes];
        for (int i = 0; i < minutes; i++) {
            LocalDateTime wall = LocalDateTime.ofInstant(begin.plusSeconds(60L * i), zone);
            LocalDate date = wall.toLocalDate();
            LocalTime time = wall.toLocalTime();
            day[i] = (int) date.toEpochDay();
            minuteOfDay[i] = time.getHour() * 60 + time.getMinute();
            Hours hours = special.getOrDefault(date, week[date.getDayOfWeek().getValue() - 1]);
            working[i] = hours.include(minuteOfDay[i]);
        }
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

    /** The same time of day on the n-th working day, or the last working moment of that day before it, or its opening. */
    int daysAhead(int from, int days) {
        int start = from;
        while (!working[start]) {
            start++;
        }
        int i = start;
        int current = day[start];
        for (int left = days; left > 0; i++) {
            if (day[i] != current && working[i]) {
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
            if (best < 0 && working[i]) {
                best = i;
            }
            if (!reached && (working[i] || working[i - 1] && day[i - 1] == current)) {
                best = i;
            }
            reached |= minuteOfDay[i] >= minuteOfDay[start];
        }
        boolean endsAtMidnight = !reached && working[i - 1];
        return endsAtMidnight ? i : best;
    }
}
