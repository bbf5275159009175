package org.redress.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** What holds for every clock when its calendar changes, and when work is suspended. */
class CalendarVersionProperties {

    private static final CalendarInForce OLD = new CalendarInForce(1, null, null);
    private static final CalendarInForce NEW = new CalendarInForce(2, null, null);
    private static final Budget ALLOWANCE = Budget.businessDays(30);
    private static final long BEGIN = At.at("2025-01-01T00:00").getEpochSecond();

    /** Version 1 and version 2. */
    record Two(WorkingCalendar before, WorkingCalendar after) implements Calendars {

        @Override
        public int newest() {
            return 2;
        }

        @Override
        public WorkingCalendar of(int version, @Nullable String area, @Nullable String kind) {
            return version == 1 ? before : after;
        }
    }

    @Property(tries = 400)
    void aCorrectionTakenBackLeavesNothing(@ForAll("companies") Two company, @ForAll("ledgers") ClockLedger ledger,
            @ForAll @IntRange(max = 3_000_000) int later) {
        Instant now = ledger.last().at().plusSeconds(later);
        ClockReading before = ledger.readAt(now, company);
        ClockReading back = ledger.correctCalendar(now, NEW, "changed").correctCalendar(now, OLD, "taken back").readAt(now, company);
        assertThat(back).usingRecursiveComparison().ignoringFields("lines").isEqualTo(before);
    }

    @Property(tries = 400)
    void aCorrectedClockReadsAsIfTheCalendarHadHeldAllAlong(@ForAll("companies") Two company, @ForAll("ledgers") ClockLedger ledger,
            @ForAll @IntRange(max = 3_000_000) int later) {
        Instant now = ledger.last().at().plusSeconds(later);
        ClockReading corrected = ledger.readCorrected(now, NEW, company);
        ClockReading allAlong = ledger.readAt(now, Calendars.only(company.after()));
        assertThat(corrected.dueAt()).isEqualTo(allAlong.dueAt());
        assertThat(corrected.breachedAt()).isEqualTo(allAlong.breachedAt());
        assertThat(corrected.share(now)).isEqualTo(allAlong.share(now));
        assertThat(corrected.lines().get(corrected.lines().size() - 1).dueAt()).isEqualTo(corrected.dueAt());
    }

    @Property(tries = 400)
    void savingACalendarMovesNothing(@ForAll("companies") Two company, @ForAll("ledgers") ClockLedger ledger) {
        assertThat(ledger.read(company)).usingRecursiveComparison().isEqualTo(ledger.read(Calendars.only(company.before())));
    }

    @Property(tries = 400)
    void aSuspensionNeverShortens(@ForAll("calendars") WorkingCalendar calendar, @ForAll("starts") Instant start, @ForAll("budgets") Budget budget,
            @ForAll("stretches") List<Suspension> stretches) {
        WorkingCalendar suspended = calendar.suspended(stretches);
        Instant due = calendar.plus(start, budget);
        Instant later = suspended.plus(start, budget);
        assertThat(later).isAfterOrEqualTo(due);
        if (!budget.unit().business() || stretches.stream().noneMatch(one -> one.from().isBefore(due) && one.to().isAfter(start))) {
            assertThat(later).as("nothing on the way").isEqualTo(due);
        }
        if (budget.unit().business()) {
            assertThat(suspended.workingTime(start, later)).as("what is worked until then").isEqualTo(calendar.workingTime(start, due));
        }
    }

    @Property(tries = 400)
    void moreBudgetIsNeverDueEarlierThoughWorkIsSuspended(@ForAll("calendars") WorkingCalendar calendar, @ForAll("starts") Instant start,
            @ForAll("budgets") Budget budget, @ForAll("stretches") List<Suspension> stretches) {
        WorkingCalendar suspended = calendar.suspended(stretches);
        assertThat(suspended.plus(start, new Budget(budget.amount() + 1, budget.unit()))).isAfterOrEqualTo(suspended.plus(start, budget));
        assertThat(suspended.minus(start, budget)).isBefore(start);
    }

    @Property(tries = 400)
    void aSuspensionCreditsAsAPauseWould(@ForAll("calendars") WorkingCalendar calendar, @ForAll("starts") Instant start,
            @ForAll("business") Budget budget, @ForAll @IntRange(max = 3 * 86_400) int runs, @ForAll @IntRange(min = 60, max = 4 * 86_400) int lasts) {
        Instant from = start.plusSeconds(runs);
        Instant to = from.plusSeconds(lasts);
        WorkingCalendar suspended = calendar.suspended(List.of(new Suspension(from, to, null, null, "台风", "typhoon")));
        ClockLedger ledger = ClockLedger.start(ClockKind.RESOLVE, start, Severity.S3, budget);
        if (ledger.read(Calendars.only(calendar)).dueAt().isAfter(from)) {
            Instant paused = ledger.pause(from, Budget.businessDays(300), null).resume(to).read(Calendars.only(calendar)).dueAt();
            Instant credited = ledger.read(Calendars.only(suspended)).dueAt();
            assertThat(suspended.workingTime(paused, credited)).as("%s %s", paused, credited).isZero();
        }
    }

    @Property(tries = 400)
    void aSuspensionAfterTheBreachExcusesNothing(@ForAll("calendars") WorkingCalendar calendar, @ForAll("starts") Instant start,
            @ForAll("business") Budget budget, @ForAll @IntRange(max = 500_000) int after, @ForAll @IntRange(min = 60, max = 500_000) int lasts) {
        ClockLedger ledger = ClockLedger.start(ClockKind.RESOLVE, start, Severity.S3, budget);
        Instant due = ledger.read(Calendars.only(calendar)).dueAt();
        Instant from = due.plusSeconds(after);
        Instant to = from.plusSeconds(lasts);
        Two company = new Two(calendar, calendar.suspended(List.of(new Suspension(from, to, null, null, "台风", "typhoon"))));
        ClockReading late = ledger.breach(due).correctCalendar(to, NEW, "typhoon").readAt(to.plusSeconds(1), company);
        assertThat(late.dueAt()).isEqualTo(due);
        assertThat(late.breachedAt()).isEqualTo(due);
        assertThat(late.breachWritten()).isTrue();
    }

    @Property(tries = 400)
    void aSuspensionOverTheBreachExcusesItUntilTheTimeIsMadeUp(@ForAll("calendars") WorkingCalendar calendar, @ForAll("starts") Instant start,
            @ForAll("business") Budget budget, @ForAll @IntRange(min = 1, max = 500_000) int lasts) {
        ClockLedger ledger = ClockLedger.start(ClockKind.RESOLVE, start, Severity.S3, budget);
        Instant due = ledger.read(Calendars.only(calendar)).dueAt();
        Instant to = due.plusSeconds(lasts);
        Two company = new Two(calendar, calendar.suspended(List.of(new Suspension(start, to, null, null, "台风", "typhoon"))));
        ClockLedger corrected = ledger.breach(due).correctCalendar(to, NEW, "typhoon");
        ClockReading excused = corrected.read(company);
        assertThat(excused.dueAt()).isAfterOrEqualTo(due);
        if (excused.dueAt().isAfter(to)) {
            assertThat(excused.breachedAt()).isNull();
            assertThat(corrected.breach(excused.dueAt()).read(company).breachedAt()).as("late all the same").isEqualTo(excused.dueAt());
        }
    }

    @Provide
    Arbitrary<WorkingCalendar> calendars() {
        return Arbitraries.of(At.CHINA, At.office(At.BERLIN), At.office(At.NEW_YORK), At.weekdays(At.BERLIN, "00:00-04:00 12:00-24:00"),
                At.weekdays(At.NEW_YORK, "01:15-02:45"));
    }

    @Provide
    Arbitrary<Two> companies() {
        return Combinators.combine(calendars(), calendars(), stretches()).as((before, after, stretches) -> new Two(before, after.suspended(stretches)));
    }

    @Provide
    Arbitrary<Instant> starts() {
        return Arbitraries.longs().between(0, 2 * 365 * 86_400L).map(seconds -> Instant.ofEpochSecond(BEGIN + seconds));
    }

    @Provide
    Arbitrary<Budget> budgets() {
        return Combinators.combine(Arbitraries.integers().between(1, 30), Arbitraries.of(BudgetUnit.class)).as(Budget::new);
    }

    @Provide
    Arbitrary<Budget> business() {
        return Combinators.combine(Arbitraries.integers().between(1, 20), Arbitraries.of(BudgetUnit.BUSINESS_DAYS, BudgetUnit.BUSINESS_HOURS)).as(Budget::new);
    }

    @Provide
    Arbitrary<List<Suspension>> stretches() {
        return Combinators.combine(starts(), Arbitraries.integers().between(1, 20 * 86_400)).as((from, seconds) ->
                new Suspension(from, from.plusSeconds(seconds), null, null, "台风", "typhoon")).list().ofMaxSize(30);
    }

    /** A start, pauses with their resumes, sometimes an extension asked in time. */
    @Provide
    Arbitrary<ClockLedger> ledgers() {
        return Combinators.combine(starts(), budgets(), Arbitraries.integers().between(1, 200_000).list().ofMaxSize(6), Arbitraries.of(true, false))
                .as(CalendarVersionProperties::story);
    }

    private static ClockLedger story(Instant start, Budget budget, List<Integer> steps, boolean extended) {
        ClockLedger ledger = ClockLedger.start(ClockKind.RESOLVE, start, Severity.S3, budget);
        ledger = extended ? ledger.extend(start, Budget.businessDays(2), null, null) : ledger;
        Instant at = start;
        for (int i = 0; i < steps.size(); i++) {
            at = at.plusSeconds(steps.get(i));
            ledger = i % 2 == 0 ? ledger.pause(at, ALLOWANCE, null) : ledger.resume(at);
        }
        return ledger;
    }
}
