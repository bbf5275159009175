package org.redress.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What holds for every ledger over every calendar. */
class LedgerProperties {

    private static final long BEGIN = At.at("2025-01-01T00:00").getEpochSecond();
    private static final Budget ALLOWANCE = Budget.businessDays(5);

    @Property(tries = 400)
    void theOrderOfArrivalDoesNotMatter(@ForAll("calendars") WorkingCalendar calendar, @ForAll("ledgers") ClockLedger ledger, @ForAll long seed) {
        List<LedgerEntry> shuffled = new ArrayList<>(ledger.entries());
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(ClockLedger.fold(shuffled, Calendars.only(calendar))).isEqualTo(ledger.read(Calendars.only(calendar)));
        assertThat(ClockLedger.of(shuffled).entries()).isEqualTo(ledger.entries());
    }

    @Property(tries = 400)
    void aPauseCreditsExactly(@ForAll("calendars") WorkingCalendar calendar, @ForAll("starts") Instant start, @ForAll("budgets") Budget budget,
            @ForAll @IntRange(max = 3 * 86_400) int runs, @ForAll @IntRange(max = 6 * 86_400) int waits) {
        ClockLedger ledger = ClockLedger.start(ClockKind.RESOLVE, start, Severity.S3, budget);
        Measure measure = ledger.read(Calendars.only(calendar)).measure();
        Instant due = ledger.read(Calendars.only(calendar)).dueAt();
        Instant since = start.plusSeconds(runs);
        ClockReading paused = ledger.pause(since, ALLOWANCE, null).read(Calendars.only(calendar));
        Instant until = since.plusSeconds(waits);
        Instant credited = Moments.earlier(until, paused.pauseEndsAt());
        ClockReading resumed = ledger.pause(since, ALLOWANCE, null).resume(until).read(Calendars.only(calendar));

        if (due.isBefore(since)) {
            assertThat(resumed.dueAt()).isEqualTo(due);
        } else {
            assertThat(measure.between(credited, resumed.dueAt())).isEqualTo(measure.between(since, due));
        }
        assertThat(resumed.pausedMinutes()).isEqualTo(measure.between(since, credited).toMinutes());
        assertThat(paused.dueAt()).isEqualTo(due);
    }

    @Property(tries = 400)
    void anExtensionNeverShortens(@ForAll("calendars") WorkingCalendar calendar, @ForAll("starts") Instant start,
            @ForAll("budgets") Budget budget, @ForAll("budgets") Budget more, @ForAll @DoubleRange(min = 0, max = 1) double part) {
        ClockLedger ledger = ClockLedger.start(ClockKind.RESOLVE, start, Severity.S3, budget);
        Instant due = ledger.read(Calendars.only(calendar)).dueAt();
        Instant longer = ledger.extend(start, more, null, null).read(Calendars.only(calendar)).dueAt();
        assertThat(longer).isAfter(due);
        Instant until = due.plusMillis(1 + (long) (Duration.between(due, longer).toMillis() * part * 0.99));
        assertThat(ledger.extend(start, more, until, null).read(Calendars.only(calendar)).dueAt()).isEqualTo(until);
    }

    @Property(tries = 400)
    void moreBudgetIsNeverDueEarlier(@ForAll("calendars") WorkingCalendar calendar, @ForAll("starts") Instant start, @ForAll("budgets") Budget budget) {
        Budget more = new Budget(budget.amount() + 1, budget.unit());
        assertThat(calendar.plus(start, more)).isAfter(calendar.plus(start, budget));
        assertThat(calendar.plus(start, budget)).isAfter(start);
    }

    @Property(tries = 400)
    void workingTimeComesBack(@ForAll("calendars") WorkingCalendar calendar, @ForAll("starts") Instant start, @ForAll @IntRange(max = 500_000) int seconds) {
        Duration time = Duration.ofSeconds(seconds);
        assertThat(calendar.workingTime(start, calendar.plusWorking(start, time))).isEqualTo(time);
        assertThat(calendar.workingTime(calendar.minusWorking(start, time), start)).isEqualTo(time);
    }

    @Property(tries = 400)
    void workingTimeAddsUp(@ForAll("calendars") WorkingCalendar calendar, @ForAll("starts") Instant a, @ForAll("starts") Instant b, @ForAll("starts") Instant c) {
        assertThat(calendar.workingTime(a, b).plus(calendar.workingTime(b, c))).isEqualTo(calendar.workingTime(a, c));
    }

    @Property(tries = 400)
    void aLaterStartIsNeverDueEarlier(@ForAll("starts") Instant start, @ForAll @IntRange(max = 900_000) int seconds, @ForAll("budgets") Budget budget) {
        assertThat(At.CHINA.plus(start.plusSeconds(seconds), budget)).isAfterOrEqualTo(At.CHINA.plus(start, budget));
    }

    @Property(tries = 400)
    void aMomentAtAShareHasThatShare(@ForAll("calendars") WorkingCalendar calendar, @ForAll("ledgers") ClockLedger ledger,
            @ForAll @DoubleRange(min = 0.01, max = 3) double share) {
        ClockReading reading = ledger.read(Calendars.only(calendar));
        if (reading.state() == ClockState.RUNNING) {
            assertThat(reading.share(reading.momentAtShare(share))).isCloseTo(share, within(1e-6));
            assertThat(reading.momentAtShare(share + 0.5)).isAfter(reading.momentAtShare(share));
        }
    }

    @Property(tries = 400)
    void theLinesSumUpToTheDueMoment(@ForAll("calendars") WorkingCalendar calendar, @ForAll("ledgers") ClockLedger ledger) {
        ClockReading reading = ledger.read(Calendars.only(calendar));
        List<LedgerLine> lines = reading.lines();
        assertThat(lines).hasSameSizeAs(ledger.entries());
        assertThat(lines.get(lines.size() - 1).dueAt()).isEqualTo(reading.dueAt());
        Instant before = reading.startedAt();
        for (LedgerLine line : lines) {
            assertThat(line.minutes()).isEqualTo(reading.measure().between(before, line.dueAt()).toMinutes());
            before = line.dueAt();
        }
    }

    @Property(tries = 400)
    void theRunningTotalLeadsFromTheBeginningToTheDueMomentAfterEachLine(@ForAll("calendars") WorkingCalendar calendar,
            @ForAll("ledgers") ClockLedger ledger) {
        ClockReading reading = ledger.read(Calendars.only(calendar));
        for (LedgerLine line : reading.lines()) {
            assertThat(line.totalMinutes()).isEqualTo(reading.measure().between(reading.startedAt(), line.dueAt()).toMinutes());
            assertThat(line.working()).isEqualTo(reading.countsWorkingTime());
        }
        assertThat(reading.lines().get(reading.lines().size() - 1).totalMinutes()).isEqualTo(reading.totalMinutes());
    }

    @Property(tries = 400)
    void askingWhatAPauseWouldDoIsPausing(@ForAll("calendars") WorkingCalendar calendar, @ForAll("starts") Instant start,
            @ForAll("budgets") Budget budget, @ForAll @IntRange(max = 3 * 86_400) int runs, @ForAll @IntRange(min = 1, max = 6 * 86_400) int waits) {
        Calendars calendars = Calendars.only(calendar);
        ClockLedger ledger = ClockLedger.start(ClockKind.RESOLVE, start, Severity.S3, budget);
        Instant now = start.plusSeconds(runs);
        Instant until = now.plusSeconds(waits);
        ClockLedger paused = ledger.pause(now, ALLOWANCE, null);
        ClockReading done = paused.resume(until).readAt(until, calendars);
        assertThat(ledger.readIfPaused(now, until, ALLOWANCE, calendars)).isEqualTo(done);
        assertThat(paused.readIfPaused(now, until, ALLOWANCE, calendars)).as("it waits already").isEqualTo(done);
        assertThat(ledger.readIfPaused(now, until, null, calendars)).as("it never pauses").isEqualTo(ledger.readAt(until, calendars));
        assertThat(ledger.stop(now, null).readIfPaused(now, until, ALLOWANCE, calendars).stoppedAt()).isEqualTo(now);
    }

    @Property(tries = 400)
    void theStretchesOfWorkingTimeAreItsSum(@ForAll("calendars") WorkingCalendar calendar, @ForAll("starts") Instant start,
            @ForAll @IntRange(max = 30 * 86_400) int seconds) {
        Instant end = start.plusSeconds(seconds);
        Duration sum = Duration.ZERO;
        Instant before = start;
        for (Run run : calendar.working(start, end)) {
            assertThat(run.from()).isAfterOrEqualTo(before);
            before = run.endOr(run.from());
            sum = sum.plus(Duration.between(run.from(), before));
        }
        assertThat(before).isBeforeOrEqualTo(end);
        assertThat(sum).isEqualTo(calendar.workingTime(start, end));
    }

    @Property(tries = 400)
    void lettingTimePassNeverMovesTheDueMomentOfARunningClock(@ForAll("calendars") WorkingCalendar calendar, @ForAll("ledgers") ClockLedger ledger,
            @ForAll @IntRange(max = 5_000_000) int seconds) {
        ClockReading reading = ledger.read(Calendars.only(calendar));
        ClockReading later = ledger.readAt(ledger.last().at().plusSeconds(seconds), Calendars.only(calendar));
        if (reading.state() != ClockState.PAUSED) {
            assertThat(later.dueAt()).isEqualTo(reading.dueAt());
            assertThat(later.state()).isEqualTo(reading.state());
        }
        assertThat(later.dueAt()).isAfterOrEqualTo(reading.dueAt());
    }

    @Provide
    Arbitrary<WorkingCalendar> calendars() {
        return Arbitraries.of(At.CHINA, At.office(At.BERLIN), At.office(At.NEW_YORK), At.weekdays(At.BERLIN, "00:00-04:00 12:00-24:00"),
                At.weekdays(At.NEW_YORK, "01:15-02:45"), WorkingCalendar.always(At.BERLIN));
    }

    @Provide
    Arbitrary<Instant> starts() {
        return Arbitraries.longs().between(0, 2 * 365 * 86_400L).map(seconds -> Instant.ofEpochSecond(BEGIN + seconds));
    }

    @Provide
    Arbitrary<Budget> budgets() {
        return Combinators.combine(Arbitraries.integers().between(1, 30), Arbitraries.of(BudgetUnit.class)).as(Budget::new);
    }

    /** A start, pauses with their resumes, sometimes a stop and a reopening. */
    @Provide
    Arbitrary<ClockLedger> ledgers() {
        return Combinators.combine(starts(), budgets(), Arbitraries.integers().between(1, 200_000).list().ofMaxSize(6),
                Arbitraries.of(true, false)).as(LedgerProperties::story);
    }

    private static ClockLedger story(Instant start, Budget budget, List<Integer> steps, boolean reopens) {
        ClockLedger ledger = ClockLedger.start(ClockKind.RESOLVE, start, Severity.S3, budget);
        Instant at = start;
        for (int i = 0; i < steps.size(); i++) {
            at = at.plusSeconds(steps.get(i));
            ledger = i % 2 == 0 ? ledger.pause(at, Budget.businessDays(100), null) : ledger.resume(at);
        }
        return reopens ? ledger.stop(at.plusSeconds(60), null).reopen(at.plusSeconds(90_000), null) : ledger;
    }
}
