package org.redress.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.redress.deadline.At.ALWAYS_CHINA;
import static org.redress.deadline.At.at;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Stories that cannot be, each refused with its own code. */
class LedgerRefusalsTest {

    private static final Instant START = at("2026-03-02T09:00");
    private static final Instant LATER = at("2026-03-03T09:00");
    private static final Instant LATEST = at("2026-03-04T09:00");
    private static final Instant OVERDUE = at("2026-03-20T09:00");
    private static final Budget FOUR = Budget.businessDays(4);
    private static final Budget FIVE = Budget.businessDays(5);
    private static final ClockLedger S3 = ClockLedger.start(ClockKind.RESOLVE, START, Severity.S3, FOUR);
    private static final ClockLedger S1 = ClockLedger.start(ClockKind.RESOLVE, START, Severity.S1, Budget.hours(240));
    private static final ClockLedger OUTSIDE = ClockLedger.startOutside(START, Severity.S2, OVERDUE);

    static Stream<Arguments> refused() {
        return Stream.of(
                story("notPaused", () -> S3.resume(LATER)),
                story("notPaused", () -> S3.pause(LATER, FIVE, null).resume(LATER).resume(LATEST)),
                story("notRunning", () -> S3.pause(LATER, FIVE, null).pause(LATEST, FIVE, null)),
                story("notRunning", () -> S3.stop(LATER, null).pause(LATEST, FIVE, null)),
                story("neverPauses", () -> S1.pause(LATER, FIVE, null)),
                story("neverPauses", () -> OUTSIDE.pause(LATER, FIVE, null)),
                story("pause.exhausted", () -> S3.pause(LATER, Budget.hours(1), null).resume(LATEST).pause(LATEST, Budget.hours(1), null)),
                story("backwards", () -> S3.pause(LATEST, FIVE, null).resume(LATER)),
                story("backwards", () -> S3.stop(START.minusSeconds(1), null)),
                story("stopped", () -> S3.stop(LATER, null).stop(LATEST, null)),
                story("stopped", () -> S3.cancel(LATER, null).stop(LATEST, null)),
                story("stopped", () -> S3.stop(LATER, null).changeSeverity(LATEST, Severity.S2, FOUR, null)),
                story("stopped", () -> S3.stop(LATER, null).extend(LATEST, FIVE, null, null)),
                story("stopped", () -> S3.stop(LATER, null).askExtension(LATEST, null)),
                story("stopped", () -> S3.stop(LATER, null).limit(LATEST, OVERDUE, FOUR)),
                story("notStopped", () -> S3.reopen(LATER, null)),
                story("noRestart", () -> S3.restart(LATER, Severity.S3, FOUR)),
                story("extension.late", () -> S3.extend(OVERDUE, FIVE, null, null)),
                story("extension.late", () -> S3.askExtension(OVERDUE, null)),
                story("extension.once", () -> S3.extend(LATER, FIVE, null, null).extend(LATEST, FIVE, null, null)),
                story("extension.once", () -> S3.extend(LATER, FIVE, null, null).askExtension(LATEST, null)),
                story("extension.range", () -> S3.extend(LATER, FIVE, LATEST, null)),
                story("extension.range", () -> S3.extend(LATER, FIVE, OVERDUE, null)),
                story("breach.early", () -> S3.breach(LATER)),
                story("breach.twice", () -> S3.breach(OVERDUE).breach(OVERDUE)),
                story("outsideItself", () -> OUTSIDE.limit(LATER, OVERDUE, FOUR)),
                story("notStarted", () -> ClockLedger.of(S3.stop(LATER, null).entries().subList(1, 2))),
                story("started", () -> with(S3, entry(ClockKind.RESOLVE, 2, LedgerEvent.STARTED, FOUR))),
                story("mixed", () -> with(S3, entry(ClockKind.SIGN, 2, LedgerEvent.RESTARTED, FOUR))),
                story("sequence", () -> with(S3, entry(ClockKind.RESOLVE, 1, LedgerEvent.STARTED, FOUR))));
    }

    @ParameterizedTest(name = "{0} ({index})")
    @MethodSource("refused")
    void isRefused(String code, Supplier<ClockLedger> story) {
        ClockLedger ledger = story.get();
        assertThatThrownBy(() -> ledger.read(ALWAYS_CHINA))
                .isInstanceOfSatisfying(LedgerException.class, e -> assertThat(e.code()).isEqualTo("deadline.ledger." + code));
    }

    @Test
    void aLineThatLacksWhatItTellsIsRefused() {
        for (LedgerEvent what : List.of(LedgerEvent.STARTED, LedgerEvent.PAUSED, LedgerEvent.EXTENDED, LedgerEvent.OUTSIDE_LIMIT)) {
            assertThatThrownBy(() -> entry(ClockKind.RESOLVE, 1, what, null)).as(what.name())
                    .isInstanceOfSatisfying(LedgerException.class, e -> assertThat(e.code()).isEqualTo("deadline.ledger.incomplete"));
        }
        assertThatThrownBy(() -> ClockLedger.of(List.of()))
                .isInstanceOfSatisfying(LedgerException.class, e -> assertThat(e.code()).isEqualTo("deadline.ledger.empty"));
    }

    private static Arguments story(String code, Supplier<ClockLedger> story) {
        return arguments(code, story);
    }

    private static ClockLedger with(ClockLedger ledger, LedgerEntry entry) {
        List<LedgerEntry> entries = new ArrayList<>(ledger.entries());
        entries.add(entry);
        return ClockLedger.of(entries);
    }

    private static LedgerEntry entry(ClockKind kind, long sequence, LedgerEvent what, @Nullable Budget budget) {
        return new LedgerEntry(kind, sequence, LATER, what, Severity.S3, budget, null, null, null);
    }
}
