package org.redress.complaint.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.redress.complaint.CaseListRow;
import org.redress.complaint.CaseState;
import org.redress.complaint.Channel;
import org.redress.complaint.ClockRow;
import org.redress.complaint.Remedy;
import org.redress.complaint.Verdict;
import org.redress.deadline.ClockKind;
import org.redress.deadline.ClockState;
import org.redress.deadline.Severity;

/** A case as the API shows it: the names are a promise. */
record CaseBody(String number, int version, CaseState state, Severity severity, @Nullable String severityRule, @Nullable String category,
        Channel channel, @Nullable String owner, @Nullable String team, @Nullable String handler, OffsetDateTime receivedAt,
        int reopenCount, int handOverCount, @Nullable Verdict verdict, List<Remedy> remedies, List<ClockBody> clocks, String summary,
        @Nullable String complainant) {

    /** @param pausedMinutes in the clock's own measure */
    record ClockBody(ClockKind kind, ClockState state, OffsetDateTime startedAt, OffsetDateTime dueAt, int pausedMinutes,
            @Nullable OffsetDateTime breachedAt, int ladderLevel) {
    }

    static CaseBody of(CaseListRow row, Instant now, ZoneId zone) {
        return new CaseBody(row.number(), row.version(), row.state(), row.severity(), row.severityRule(), row.category(), row.channel(),
                row.owner(), row.team(), row.handler(), at(row.receivedAt(), zone), row.reopenCount(), row.handOverCount(), row.verdict(),
                row.remedies(), row.clocks().stream().map(clock -> clock(clock, now, zone)).toList(), row.summary(), row.complainant());
    }

    /** A due moment behind us is a breach, although its timer may not have run yet. */
    private static ClockBody clock(ClockRow clock, Instant now, ZoneId zone) {
        Instant breached = clock.breachedAt();
        if (breached == null && clock.state() == ClockState.RUNNING && clock.dueAt().isBefore(now)) {
            breached = clock.dueAt();
        }
        return new ClockBody(clock.kind(), clock.state(), at(clock.startedAt(), zone), at(clock.dueAt(), zone), clock.pausedMinutes(),
                breached == null ? null : at(breached, zone), clock.ladderLevel());
    }

    static OffsetDateTime at(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toOffsetDateTime();
    }
}
