package org.redress.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The product against a minute-by-minute count: random companies in zones with and without daylight saving. */
class OracleTest {

    private static final int COMPANIES = 100;
    private static final int CASES = 1_000;
    /** Leaves room behind the window's start and before its end for what a case counts. */
    private static final int MARGIN = 60 * 1440;

    @Test
    void theCalendarAgreesOnAHundredThousandCases() {
        int checked = 0;
        for (int company = 0; company < COMPANIES; company++) {
            Random random = new Random(company);
            RandomCalendar made = new RandomCalendar(random);
            for (int i = 0; i < CASES; i++, checked++) {
                checkCalendar(made, random, "company " + company + " in " + made.zone + " case " + i);
            }
        }
        assertThat(checked).isEqualTo(100_000);
    }

    @Test
    void theFoldAgreesOnRandomLedgers() {
        int checked = 0;
        for (int company = 0; company < COMPANIES; company++) {
            Random random = new Random(7_000 + company);
            RandomCalendar made = new RandomCalendar(random);
            for (int i = 0; i < 100; i++) {
                checked += checkLedger(made, random, "company " + company + " in " + made.zone + " ledger " + i) ? 1 : 0;
            }
        }
        assertThat(checked).isBetween(9_700, 10_000);
    }

    private static void checkCalendar(RandomCalendar made, Random random, String which) {
        WorkingCalendar calendar = made.calendar;
        SlowOracle oracle = made.oracle;
        int from = MARGIN + random.nextInt(20 * 1440);
        int to = from + random.nextInt(15 * 1440);
        int count = 1 + random.nextInt(4_000);
        int days = 1 + random.nextInt(12);
        Instant start = oracle.moment(from);
        if (calendar.isWorking(start) != oracle.works(from)
                || calendar.workingTime(start, oracle.moment(to)).toMinutes() != oracle.count(from, to)
                || oracle.minute(calendar.plusWorking(start, Duration.ofMinutes(count))) != oracle.ahead(from, count)
                || oracle.minute(calendar.minusWorking(start, Duration.ofMinutes(count))) != oracle.back(from, count)
                || oracle.minute(calendar.plus(start, Budget.businessDays(days))) != oracle.daysAhead(from, days)) {
            assertThat(calendar.isWorking(start)).as(which).isEqualTo(oracle.works(from));
            assertThat(calendar.workingTime(start, oracle.moment(to)).toMinutes()).as(which).isEqualTo(oracle.count(from, to));
            assertThat(calendar.plusWorking(start, Duration.ofMinutes(count))).as(which).isEqualTo(oracle.moment(oracle.ahead(from, count)));
            assertThat(calendar.minusWorking(start, Duration.ofMinutes(count))).as(which).isEqualTo(oracle.moment(oracle.back(from, count)));
            assertThat(calendar.plus(start, Budget.businessDays(days))).as(which + " start " + start + " days " + days)
                    .isEqualTo(oracle.moment(oracle.daysAhead(from, days)));
        }
    }

    /**
     * Counts a budget down minute by minute, standing still in the pauses, and compares what the fold says. Answers false for the
     * rare ledger in which a pause begins with no working minute left but before the due moment: nothing there can be counted.
     */
    private static boolean checkLedger(RandomCalendar made, Random random, String which) {
        SlowOracle oracle = made.oracle;
        int start = MARGIN + random.nextInt(10 * 1440);
        int days = 2 + random.nextInt(4);
        boolean inDays = random.nextBoolean();
        Budget budget = inDays ? Budget.businessDays(days) : Budget.businessHours(days * 8);
        ClockLedger ledger = ClockLedger.start(ClockKind.RESOLVE, oracle.moment(start), Severity.S3, budget);
        int due = inDays ? oracle.daysAhead(start, days) : oracle.ahead(start, days * 8 * 60);
        int left = oracle.count(start, due);
        int now = start;
        Set<Integer> pauseStarts = new HashSet<>();
        boolean[] paused = new boolean[RandomCalendar.DAYS * 1440];
        for (int pauses = random.nextInt(4); pauses > 0; pauses--) {
            int since = now + random.nextInt(1440);
            int until = since + random.nextInt(1200);
            now = until;
            ledger = ledger.pause(oracle.moment(since), Budget.businessDays(30), null).resume(oracle.moment(until));
            pauseStarts.add(since);
            Arrays.fill(paused, since, until, true);
        }
        int at = start;
        for (; left > 0; at++) {
            left -= oracle.works(at) && !paused[at] ? 1 : 0;
        }
        for (int gap = at; gap == at || !oracle.works(gap - 1); gap++) {
            if (pauseStarts.contains(gap)) {
                return false;
            }
        }
        ClockReading reading = ledger.read(Calendars.only(made.calendar));
        int told = oracle.minute(reading.dueAt());
        int working = told < at ? oracle.count(told, at) : oracle.count(at, told);
        assertThat(working).as(which + ": no working minute lies between the told due moment %s and the counted one %s",
                reading.dueAt(), oracle.moment(at)).isZero();
        assertThat(reading.momentAtShare(1)).as(which).isEqualTo(reading.dueAt());
        return true;
    }
}
