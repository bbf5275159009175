package org.redress.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whole ledgers against a minute-by-minute count: companies with three versions of their calendar, suspensions for some cases and
 * not for others, pauses, extensions, and corrections of the calendar there and back. Zones with and without daylight saving.
 */
class VersionsOracleTest {

    private static final int COMPANIES = 50;
    /** {@code -Dredress.ledgers=100000} counts five times as many. */
    private static final int LEDGERS = Integer.getInteger("redress.ledgers", 20_000);
    private static final int CASES = LEDGERS / COMPANIES;
    private static final int VERSIONS = 3;
    private static final int MARGIN = 40 * 1440;
    private static final int WINDOW = RandomCalendar.DAYS * 1440;

    @Test
    void theFoldAgreesOnWholeLedgers() {
        int checked = 0;
        int suspended = 0;
        int corrected = 0;
        for (int company = 0; company < COMPANIES; company++) {
            Random random = new Random(31_000 + company);
            Company made = new Company(random);
            for (int agreed = 0, tried = 0; agreed < CASES; tried++) {
                assertThat(tried).as("ledgers that can be counted, company " + company).isLessThan(2 * CASES);
                Story story = new Story(made, random);
                if (story.agrees("company " + company + " in " + made.zone() + " ledger " + tried)) {
                    agreed++;
                    checked++;
                    suspended += story.meetsSuspension ? 1 : 0;
                    corrected += story.corrections > 0 ? 1 : 0;
                }
            }
        }
        assertThat(checked).isEqualTo(CASES * COMPANIES);
        assertThat(suspended).as("with a suspension on the way").isGreaterThan(LEDGERS / 5);
        assertThat(corrected).as("with a corrected calendar").isGreaterThan(LEDGERS * 2 / 5);
    }

    @Test
    void theCalendarAgreesWhereWorkIsSuspended() {
        for (int company = 0; company < 40; company++) {
            Random random = new Random(52_000 + company);
            Company made = new Company(random);
            for (int i = 0; i < 500; i++) {
                int version = 1 + random.nextInt(VERSIONS);
                boolean concerned = random.nextBoolean();
                WorkingCalendar calendar = made.of(version, concerned ? "north" : null, null);
                SlowOracle oracle = made.oracle(version, concerned);
                int from = MARGIN + random.nextInt(20 * 1440);
                int days = 1 + random.nextInt(10);
                int count = 1 + random.nextInt(3_000);
                assertThat(calendar.isWorking(oracle.moment(from))).isEqualTo(oracle.works(from));
                assertThat(calendar.plus(oracle.moment(from), Budget.businessDays(days))).isEqualTo(oracle.moment(oracle.daysAhead(from, days)));
                assertThat(calendar.plusWorking(oracle.moment(from), Duration.ofMinutes(count)))
                        .isEqualTo(oracle.moment(oracle.ahead(from, count)));
                assertThat(calendar.workingTime(oracle.moment(from), oracle.moment(from + count)).toMinutes())
                        .isEqualTo(oracle.count(from, from + count));
            }
        }
    }

    /** Three versions of one company, each told to the product and to the oracle; area "north" has suspensions that others do not. */
    private static final class Company implements Calendars {

        private final List<CompanyCalendar> versions = new ArrayList<>();
        private final List<SlowOracle> elsewhere = new ArrayList<>();
        private final List<SlowOracle> north = new ArrayList<>();

        Company(Random random) {
            RandomCalendar made = new RandomCalendar(random);
            for (int version = 0; version < VERSIONS; version++, made = made.again(random)) {
                List<Suspension> suspensions = new ArrayList<>();
                SlowOracle all = made.oracle;
                SlowOracle here = made.oracle;
                for (int windows = random.nextInt(12); windows > 0; windows--) {
                    int from = MARGIN + random.nextInt(80 * 1440);
                    int to = from + 1 + random.nextInt(3 * 1440);
                    boolean everywhere = random.nextInt(3) == 0;
                    suspensions.add(new Suspension(all.moment(from), all.moment(to), everywhere ? null : "North", null, "台风", "typhoon"));
                    here = here.suspended(from, to);
                    all = everywhere ? all.suspended(from, to) : all;
                }
                CompanyCalendar plain = made.company;
                versions.add(new CompanyCalendar(plain.zone(), plain.week(), plain.days(), List.of(), suspensions));
                elsewhere.add(all);
                north.add(here);
            }
        }

        Object zone() {
            return versions.get(0).zone();
        }

        SlowOracle oracle(int version, boolean inTheNorth) {
            return (inTheNorth ? north : elsewhere).get(version - 1);
        }

        @Override
        public int newest() {
            return VERSIONS;
        }

        @Override
        public WorkingCalendar of(int version, @Nullable String area, @Nullable String kind) {
            return versions.get(version - 1).of(area, kind);
        }
    }

    /** One random ledger, and the same story for the count. */
    private static final class Story {

        private final Company company;
        private final boolean inTheNorth;
        private final boolean[] paused = new boolean[WINDOW];
        private final List<Integer> pauseStarts = new ArrayList<>();
        private final int start;
        private final int days;
        private final boolean inDays;
        private ClockLedger ledger;
        private int version;
        private int now;
        private int extendedAt = -1;
        private int extendedBy;
        private int corrections;
        private boolean meetsSuspension;

        Story(Company company, Random random) {
            this.company = company;
            inTheNorth = random.nextBoolean();
            version = 1 + random.nextInt(VERSIONS);
            start = MARGIN + random.nextInt(20 * 1440);
            now = start;
            days = 2 + random.nextInt(4);
            inDays = random.nextBoolean();
            Budget budget = inDays ? Budget.businessDays(days) : Budget.businessHours(days * 8);
            ledger = ClockLedger.start(ClockKind.RESOLVE, moment(start), Severity.S3, budget).keeping(inForce());
            for (int lines = random.nextInt(7); lines > 0; lines--) {
                now += 1 + random.nextInt(1440);
                switch (random.nextInt(4)) {
                    case 0, 1 -> pause(random);
                    case 2 -> extend(random);
                    default -> correct(random);
                }
            }
        }

        private CalendarInForce inForce() {
            return new CalendarInForce(version, inTheNorth ? "north" : "south", null);
        }

        private Instant moment(int minute) {
            return company.oracle(1, false).moment(minute);
        }

        private void pause(Random random) {
            int until = now + random.nextInt(1200);
            ledger = ledger.pause(moment(now), Budget.businessDays(40), null).resume(moment(until));
            pauseStarts.add(now);
            Arrays.fill(paused, now, until, true);
            now = until;
        }

        /** Only before the clock is due, as a person could have asked. */
        private void extend(Random random) {
            if (extendedAt < 0 && countDown(needed()) > now + 1) {
                extendedBy = 60 * (1 + random.nextInt(40));
                ledger = ledger.extend(moment(now), Budget.businessHours(extendedBy / 60), null, null);
                extendedAt = now;
            }
        }

        private void correct(Random random) {
            version = 1 + random.nextInt(VERSIONS);
            ledger = ledger.correctCalendar(moment(now), inForce(), "changed");
            corrections++;
        }

        private int needed() {
            return inDays ? company.oracle(version, inTheNorth).minutesOf(start, days) : days * 8 * 60;
        }

        /** The last minute counted when so many working ones have passed that no pause holds. */
        private int countDown(int minutes) {
            SlowOracle oracle = company.oracle(version, inTheNorth);
            int at = start;
            for (int left = minutes; left > 0; at++) {
                left -= oracle.works(at) && !paused[at] ? 1 : 0;
            }
            return at;
        }

        /** False where nothing can be counted: the clock had run out before it was extended, or a pause begins exactly where it does. */
        boolean agrees(String which) {
            SlowOracle oracle = company.oracle(version, inTheNorth);
            int first = countDown(needed());
            int at = countDown(needed() + extendedBy);
            if (extendedAt >= 0 && first <= extendedAt || touchesAPause(oracle, first) || touchesAPause(oracle, at)) {
                return false;
            }
            meetsSuspension = oracle.count(start, at) < oracle.usual(start, at);
            ClockReading reading = ledger.readAt(moment(now), company);
            int told = oracle.minute(reading.dueAt());
            int between = told < at ? oracle.count(told, at) : oracle.count(at, told);
            assertThat(between).as(which + ": no working minute lies between the told due moment %s and the counted one %s", reading.dueAt(),
                    oracle.moment(at)).isZero();
            assertThat(reading.inForce()).as(which).isEqualTo(inForce());
            if (Math.max(at, told) < now) {
                assertThat(reading.breachedAt()).as(which + " is late").isNotNull();
            } else if (told >= now) {
                assertThat(reading.breachedAt() == null || extendedAt >= 0).as(which + " is not late").isTrue();
            }
            return true;
        }

        private boolean touchesAPause(SlowOracle oracle, int at) {
            for (int gap = at; gap == at || !oracle.works(gap - 1); gap++) {
                if (pauseStarts.contains(gap)) {
                    return true;
                }
            }
            return false;
        }
    }
}
