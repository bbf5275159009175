package org.redress.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.redress.deadline.At.ALWAYS_CHINA;
import static org.redress.deadline.At.CHINA;
import static org.redress.deadline.At.at;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a clock shows after each kind of line. Monday 2 March 2026 to Friday 13 March are plain weeks. */
class ClockLedgerTest {

    private static final Instant MONDAY_NINE = at("2026-03-02T09:00");
    private static final Budget ALLOWANCE = Budget.businessDays(5);
    private final ClockLedger s3 = ClockLedger.start(ClockKind.RESOLVE, MONDAY_NINE, Severity.S3, Budget.businessDays(4));

    @Test
    void aStartedClockIsDueAfterItsBudget() {
        ClockReading reading = s3.read(ALWAYS_CHINA);
        assertThat(reading.state()).isEqualTo(ClockState.RUNNING);
        assertThat(reading.dueAt()).isEqualTo(at("2026-03-06T09:00"));
        assertThat(reading.startedAt()).isEqualTo(MONDAY_NINE);
        assertThat(reading.lines()).singleElement().satisfies(line -> assertThat(line.minutes()).isEqualTo(4 * 450));
        assertThat(reading.workingTimeLeft(at("2026-03-05T16:30"))).isEqualTo(Duration.ofMinutes(90));
    }

    @Test
    void aPauseCreditsExactlyItsWorkingTime() {
        ClockLedger paused = s3.pause(at("2026-03-03T16:00"), ALLOWANCE, "等客户提供照片");
        ClockReading waiting = paused.read(ALWAYS_CHINA);
        assertThat(waiting.state()).isEqualTo(ClockState.PAUSED);
        assertThat(waiting.pausedSince()).isEqualTo(at("2026-03-03T16:00"));
        assertThat(waiting.pauseEndsAt()).isEqualTo(at("2026-03-10T16:00"));
        assertThat(paused.readAt(at("2026-03-04T09:00"), ALWAYS_CHINA).pausedMinutes()).isEqualTo(120);

        ClockReading resumed = paused.resume(at("2026-03-04T10:00")).read(ALWAYS_CHINA);
        assertThat(resumed.state()).isEqualTo(ClockState.RUNNING);
        assertThat(resumed.pausedMinutes()).isEqualTo(180);
        assertThat(resumed.dueAt()).isEqualTo(at("2026-03-06T12:00"));
        assertThat(resumed.pausedSince()).isNull();
    }

    @Test
    void aPauseAfterHoursCreditsNothingOfABusinessBudgetAndAllOfAWallClockOne() {
        Instant evening = at("2026-03-03T20:00");
        Instant night = at("2026-03-03T23:00");
        assertThat(s3.pause(evening, ALLOWANCE, null).resume(night).read(ALWAYS_CHINA).dueAt()).isEqualTo(s3.read(ALWAYS_CHINA).dueAt());
        ClockLedger hours = ClockLedger.start(ClockKind.FIRST_CONTACT, MONDAY_NINE, Severity.S3, Budget.hours(48));
        assertThat(hours.pause(evening, ALLOWANCE, null).resume(night).read(ALWAYS_CHINA).dueAt()).isEqualTo(at("2026-03-04T12:00"));
    }

    @Test
    void thePauseAllowanceHoldsForAllPausesTogether() {
        ClockLedger twice = s3.pause(at("2026-03-03T09:00"), ALLOWANCE, null).resume(at("2026-03-06T09:00"))
                .pause(at("2026-03-06T09:00"), ALLOWANCE, null);
        assertThat(twice.read(ALWAYS_CHINA).pauseEndsAt()).isEqualTo(at("2026-03-10T09:00"));

        ClockReading later = twice.readAt(at("2026-03-11T09:00"), ALWAYS_CHINA);
        assertThat(later.state()).isEqualTo(ClockState.RUNNING);
        assertThat(later.pausedMinutes()).isEqualTo(5 * 450);
        assertThat(later.dueAt()).isEqualTo(twice.resume(at("2026-03-31T09:00")).read(ALWAYS_CHINA).dueAt());
        assertThat(CHINA.workingTime(at("2026-03-06T09:00"), later.dueAt())).isEqualTo(Duration.ofMinutes(5 * 450));
    }

    @Test
    void aBreachIsAFactOfTheLedgerWrittenDownOrNot() {
        Instant due = at("2026-03-06T09:00");
        assertThat(s3.readAt(due, ALWAYS_CHINA).breachedAt()).isNull();
        ClockReading late = s3.readAt(due.plusSeconds(1), ALWAYS_CHINA);
        assertThat(late.state()).isEqualTo(ClockState.RUNNING);
        assertThat(late.breachedAt()).isEqualTo(due);
        assertThat(s3.breach(due).read(ALWAYS_CHINA).breachedAt()).isEqualTo(due);
        assertThat(s3.stop(due, null).read(ALWAYS_CHINA).state()).isEqualTo(ClockState.MET);
        assertThat(s3.stop(due.plusSeconds(1), null).read(ALWAYS_CHINA).state()).isEqualTo(ClockState.BREACHED);
        assertThat(s3.cancel(due.plusSeconds(1), "撤诉").read(ALWAYS_CHINA).state()).isEqualTo(ClockState.CANCELLED);
    }

    @Test
    void aPauseAfterTheDueMomentSavesNothing() {
        ClockReading reading = s3.pause(at("2026-03-06T10:00"), ALLOWANCE, null).resume(at("2026-03-06T11:00")).read(ALWAYS_CHINA);
        assertThat(reading.dueAt()).isEqualTo(at("2026-03-06T09:00"));
        assertThat(reading.breachedAt()).isEqualTo(at("2026-03-06T09:00"));
        assertThat(reading.pausedMinutes()).isEqualTo(60);
    }

    @Test
    void anExtensionMayTakeLessThanItsAllowance() {
        Instant asked = at("2026-03-05T09:00");
        Budget five = Budget.businessDays(5);
        assertThat(s3.extend(asked, five, null, "等配件").read(ALWAYS_CHINA).dueAt()).isEqualTo(at("2026-03-13T09:00"));
        assertThat(s3.extend(asked, five, at("2026-03-09T17:30"), "等配件").read(ALWAYS_CHINA).dueAt()).isEqualTo(at("2026-03-09T17:30"));
        ClockReading decidedLate = s3.askExtension(asked, "等配件").extend(at("2026-03-06T15:00"), five, null, null).read(ALWAYS_CHINA);
        assertThat(decidedLate.dueAt()).isEqualTo(at("2026-03-13T09:00"));
        assertThat(decidedLate.breachedAt()).as("what had passed stays recorded").isEqualTo(at("2026-03-06T09:00"));
    }

    @Test
    void anExtensionOfADueMomentAtClosingTimeKeepsClosingTime() {
        ClockLedger friday = ClockLedger.start(ClockKind.RESOLVE, at("2026-03-06T13:30"), Severity.S2, Budget.businessHours(4));
        assertThat(friday.read(ALWAYS_CHINA).dueAt()).isEqualTo(at("2026-03-06T17:30"));
        assertThat(friday.extend(at("2026-03-06T15:00"), Budget.businessDays(2), null, null).read(ALWAYS_CHINA).dueAt())
                .isEqualTo(at("2026-03-10T17:30"));
    }

    @Test
    void aChangeOfSeverityCountsFromTheSameStart() {
        ClockLedger raised = s3.changeSeverity(at("2026-03-02T15:00"), Severity.S2, Budget.businessDays(2), "12345 转办");
        assertThat(raised.read(ALWAYS_CHINA).dueAt()).isEqualTo(at("2026-03-04T09:00"));
        assertThat(raised.read(ALWAYS_CHINA).lines().get(1).minutes()).isEqualTo(-900);

        ClockReading toS1 = s3.changeSeverity(at("2026-03-02T15:00"), Severity.S1, Budget.hours(24), "闻到燃气味").read(ALWAYS_CHINA);
        assertThat(toS1.dueAt()).isEqualTo(at("2026-03-03T09:00"));
        assertThat(toS1.calendar().isWorking(at("2026-03-03T03:00"))).isTrue();
        assertThat(toS1.latestSafeStart(Duration.ofHours(3))).isEqualTo(at("2026-03-03T06:00"));
    }

    @Test
    void creditsSurviveAChangeOfSeverity() {
        ClockReading reading = s3.pause(at("2026-03-02T10:00"), ALLOWANCE, null).resume(at("2026-03-02T12:00"))
                .changeSeverity(at("2026-03-02T15:00"), Severity.S2, Budget.businessDays(2), null).read(ALWAYS_CHINA);
        assertThat(reading.dueAt()).isEqualTo(at("2026-03-04T11:00"));
    }

    @Test
    void raisedWhenTheNewLimitHasPassedTheClockIsBreachedAtThatMoment() {
        Instant wednesday = at("2026-03-04T10:00");
        ClockReading reading = s3.changeSeverity(wednesday, Severity.S1, Budget.hours(24), null).read(ALWAYS_CHINA);
        assertThat(reading.dueAt()).isEqualTo(at("2026-03-03T09:00"));
        assertThat(reading.breachedAt()).isEqualTo(wednesday);
    }

    @Test
    void raisedToS1APausedClockRunsAgain() {
        ClockReading reading = s3.pause(at("2026-03-02T10:00"), ALLOWANCE, null)
                .changeSeverity(at("2026-03-02T11:00"), Severity.S1, Budget.hours(24), null).read(ALWAYS_CHINA);
        assertThat(reading.state()).isEqualTo(ClockState.RUNNING);
        assertThat(reading.dueAt()).isEqualTo(at("2026-03-03T10:00"));
    }

    @Test
    void anOutsideDeadlineStaysWhereItIsWhenTheCaseComesBack() {
        Instant outside = at("2026-03-05T16:00");
        ClockLedger body = ClockLedger.startOutside(MONDAY_NINE, Severity.S2, outside).stop(at("2026-03-03T09:00"), null)
                .reopen(at("2026-03-04T09:00"), null);
        assertThat(body.read(ALWAYS_CHINA).dueAt()).isEqualTo(outside);
        assertThat(body.read(ALWAYS_CHINA).state()).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void anOutsideDeadlineHoldsWithItsMargin() {
        Instant outside = at("2026-03-05T16:00");
        ClockLedger limited = s3.limit(MONDAY_NINE, outside, Budget.businessDays(1));
        assertThat(limited.read(ALWAYS_CHINA).dueAt()).isEqualTo(at("2026-03-04T16:00"));
        assertThat(limited.pause(at("2026-03-03T09:00"), ALLOWANCE, null).resume(at("2026-03-04T09:00")).read(ALWAYS_CHINA).dueAt())
                .as("no pause moves it").isEqualTo(at("2026-03-04T16:00"));
        assertThat(s3.limit(MONDAY_NINE, at("2026-04-01T16:00"), Budget.businessDays(1)).read(ALWAYS_CHINA).dueAt())
                .as("a later one changes nothing").isEqualTo(at("2026-03-06T09:00"));
        assertThat(s3.limit(MONDAY_NINE, at("2026-03-02T17:00"), Budget.businessDays(1)).read(ALWAYS_CHINA).dueAt())
                .as("no room for the margin").isEqualTo(at("2026-03-02T17:00"));

        ClockReading body = ClockLedger.startOutside(MONDAY_NINE, Severity.S2, outside).read(ALWAYS_CHINA);
        assertThat(body.dueAt()).isEqualTo(outside);
        assertThat(body.budget()).isNull();
        assertThat(body.share(MONDAY_NINE.plus(Duration.between(MONDAY_NINE, outside).dividedBy(2)))).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void aReopenedCaseGoesOnWithWhatItHadUsed() {
        ClockLedger reopened = s3.stop(at("2026-03-04T09:00"), null).reopen(at("2026-03-10T10:00"), "客户不满意");
        ClockReading reading = reopened.read(ALWAYS_CHINA);
        assertThat(reading.state()).isEqualTo(ClockState.RUNNING);
        assertThat(reading.stoppedAt()).isNull();
        assertThat(CHINA.workingTime(at("2026-03-10T10:00"), reading.dueAt())).isEqualTo(Duration.ofMinutes(2 * 450));
        assertThat(reading.share(at("2026-03-10T10:00"))).isCloseTo(0.5, within(1e-9));
        assertThat(reading.pausedMinutes()).isZero();

        ClockReading late = s3.stop(at("2026-03-06T10:00"), null).reopen(at("2026-03-10T10:00"), null).read(ALWAYS_CHINA);
        assertThat(late.dueAt()).isEqualTo(at("2026-03-06T09:00"));
        assertThat(late.breachedAt()).isEqualTo(at("2026-03-06T09:00"));
        assertThat(late.share(at("2026-03-10T10:00"))).isCloseTo((1800 + 60) / 1800.0, within(1e-9));
    }

    @Test
    void onlyAStepThatHappensAnewStartsAnew() {
        ClockLedger sign = ClockLedger.start(ClockKind.SIGN, MONDAY_NINE, Severity.S2, Budget.businessHours(2));
        ClockReading second = sign.restart(at("2026-03-02T15:00"), Severity.S2, Budget.businessHours(2)).read(ALWAYS_CHINA);
        assertThat(second.round()).isEqualTo(2);
        assertThat(second.dueAt()).isEqualTo(at("2026-03-02T17:00"));
        assertThat(second.breachedAt()).isNull();
        assertThat(second.lines()).extracting(LedgerLine::dueAt).containsExactly(at("2026-03-02T11:00"), at("2026-03-02T17:00"));
    }

    @Test
    void sharesAreMeasuredInWorkingTime() {
        ClockReading reading = s3.read(ALWAYS_CHINA);
        assertThat(reading.share(MONDAY_NINE)).isZero();
        assertThat(reading.share(at("2026-03-04T09:00"))).isCloseTo(0.5, within(1e-9));
        assertThat(reading.share(at("2026-03-06T09:00"))).isEqualTo(1.0);
        assertThat(reading.momentAtShare(0.75)).isEqualTo(at("2026-03-05T09:00"));
        assertThat(reading.momentAtShare(1)).isEqualTo(reading.dueAt());
        assertThat(reading.momentAtShare(1.5)).isEqualTo(at("2026-03-10T09:00"));
        assertThat(reading.momentAtShare(2)).isEqualTo(at("2026-03-12T09:00"));

        ClockReading s1 = ClockLedger.start(ClockKind.RESOLVE, at("2026-03-06T09:00"), Severity.S1, Budget.hours(24)).read(ALWAYS_CHINA);
        assertThat(s1.momentAtShare(1.5)).isEqualTo(at("2026-03-07T21:00"));
    }

    @Test
    void theHundredthPercentIsTheDueMomentAlsoWhereNoTimeLiesBefore() {
        ClockReading reading = ClockLedger.start(ClockKind.RECALL, at("2026-03-06T08:30"), Severity.S3, Budget.businessDays(1)).read(ALWAYS_CHINA);
        assertThat(reading.dueAt()).isEqualTo(at("2026-03-09T08:30"));
        assertThat(reading.momentAtShare(1)).isEqualTo(at("2026-03-09T08:30"));
        assertThat(reading.momentAtShare(0.999)).isBefore(at("2026-03-06T17:30"));
    }

    @Test
    void aPausedClockStandsStill() {
        ClockReading paused = s3.pause(at("2026-03-04T09:00"), ALLOWANCE, null).read(ALWAYS_CHINA);
        assertThat(paused.share(at("2026-03-05T09:00"))).isCloseTo(0.5, within(1e-9));
        assertThat(paused.momentAtShare(1.5)).isEqualTo(at("2026-03-10T09:00"));
    }

    @Test
    void theLinesNameTheDaysThatExplainTheDueMoment() {
        ClockReading reading = ClockLedger.start(ClockKind.RESOLVE, at("2026-09-30T16:00"), Severity.S3, Budget.businessDays(4)).read(ALWAYS_CHINA);
        assertThat(reading.dueAt()).isEqualTo(at("2026-10-12T16:00"));
        assertThat(reading.lines().get(0).calendarDays()).extracting(SpecialDay::kind)
                .containsOnly(DayKind.HOLIDAY, DayKind.WORKDAY).hasSize(8);
    }
}
