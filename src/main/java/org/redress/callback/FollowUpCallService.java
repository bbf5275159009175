package org.redress.callback;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.redress.customer.Segment;
import org.redress.deadline.Calendars;
import org.redress.deadline.HalfDay;
import org.redress.shared.AuditTrail;
import org.redress.shared.CurrentActor;
import org.redress.shared.LivePageEvent;
import org.redress.shared.Problem;
import org.redress.worklist.TaskKind;
import org.redress.worklist.TaskSubject;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The one place that changes a follow-up call. */
@Service
@Transactional
class FollowUpCallService implements FollowUpCalls {

    private static final Set<String> EVALUATED = Set.of("SATISFIED", "NEUTRAL", "UNRATED");
    private static final Set<String> CASE_OPENED = Set.of("COMPLAINT", "DISSATISFIED");

    private final CallTable table;
    private final Calendars calendars;
    private final CurrentActor actor;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FollowUpCallService(CallTable table, Calendars calendars, CurrentActor actor, AuditTrail audit,
            ApplicationEventPublisher events, Clock clock) {
        this.table = table;
        this.calendars = calendars;
        this.actor = actor;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Answers the half-days in which somebody tried: two tries in one morning count once (domain, section 4). */
    @Override
    public int attempted(long callId, @Nullable CallAnswer answer, @Nullable Instant retryAt) {
        Instant now = clock.instant();
        CallRow call = row(callId);
        if (actor.get().username().equals(call.employee())) {
            throw Problem.forbidden("callback.problem.ownWork");
        }
        Instant nextHalfDay = HalfDay.of(now, calendars.current()).next(calendars.current());
        Instant next = answer == null ? retry(retryAt, now, nextHalfDay) : null;
        int counted = (int) Stream.concat(table.attempts(callId).stream().map(CallAttempt::at), Stream.of(now))
                .map(at -> HalfDay.of(at, calendars.current())).distinct().count();
        boolean open = answer == null ? table.notReached(callId, counted, next, !nextHalfDay.equals(next))
                : table.reached(callId, counted, answer, actor.get().username(), now);
        refuseUnless(open, call);
        table.addAttempt(callId, new CallAttempt(now, actor.get().username(), answer != null, next));
        audit.record(answer == null ? "NOT_REACHED" : "REACHED", "CALL", call.jobId(), change(answer, next));
        changed(call);
        return counted;
    }

    @Override
    public void giveUp(long callId) {
        close(callId, "NOT_REACHED", "NOT_REACHED", null);
    }

    @Override
    public void lapse(long callId) {
        close(callId, "LAPSED", "LAPSED", null);
    }

    @Override
    public void evaluated(long callId, String outcome) {
        close(callId, "EVALUATED", known(outcome, EVALUATED), null);
    }

    @Override
    public void caseOpened(long callId, String outcome, String caseNumber) {
        close(callId, "COMPLAINT", known(outcome, CASE_OPENED), caseNumber);
    }

    @Override
    @Transactional(readOnly = true)
    public CallRecord record(long callId) {
        CallRow call = row(callId);
        return new CallRecord(call.id(), call.jobId(), call.business(), call.doneAt(), call.team(), call.employee(), call.customerId(),
                call.windowEndsAt(), call.retryAt(), call.answer());
    }

    @Override
    @Transactional(readOnly = true)
    public TaskSubject subject(long callId) {
        CallRow call = row(callId);
        return new TaskSubject(TaskKind.CALL, call.id(), call.jobId(), null, null, null, call.customerName(), null, null,
                call.segment() == Segment.VIP ? Set.of("VIP") : Set.of());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> ratedEmployee(long callId) {
        return Optional.ofNullable(row(callId).employee());
    }

    /** What was agreed with the household, else the next half-day. */
    private static Instant retry(@Nullable Instant chosen, Instant now, Instant nextHalfDay) {
        if (chosen == null) {
            return nextHalfDay;
        }
        if (!chosen.isAfter(now)) {
            throw Problem.invalid("retryAt", "callback.problem.retryPassed");
        }
        return chosen;
    }

    private void close(long callId, String state, String outcome, @Nullable String caseNumber) {
        CallRow call = row(callId);
        refuseUnless(table.close(callId, state, outcome, caseNumber, clock.instant()), call);
        Map<String, Object> change = new HashMap<>(Map.of("outcome", outcome));
        if (caseNumber != null) {
            change.put("case", caseNumber);
        }
        audit.record("CLOSE_CALL", "CALL", call.jobId(), change);
        changed(call);
    }

    private CallRow row(long callId) {
        return table.find(callId).orElseThrow(() -> Problem.notFound("callback.problem.unknown"));
    }

    private static void refuseUnless(boolean open, CallRow call) {
        if (!open) {
            throw Problem.conflict("callback.problem.notOpen", call.jobId());
        }
    }

    private static String known(String outcome, Set<String> allowed) {
        if (!allowed.contains(outcome)) {
            throw new IllegalArgumentException("outcome of a call: " + outcome + ", not one of " + List.copyOf(allowed));
        }
        return outcome;
    }

    private static Map<String, Object> change(@Nullable CallAnswer answer, @Nullable Instant retryAt) {
        Map<String, Object> change = new HashMap<>();
        if (answer == null) {
            change.put("retryAt", String.valueOf(retryAt));
        } else {
            change.put("scale", answer.scale());
            change.put("complaint", answer.complaint());
            if (answer.rating() != null) {
                change.put("rating", answer.rating());
            }
        }
        return change;
    }

    private void changed(CallRow call) {
        events.publishEvent(new LivePageEvent("calls", String.valueOf(call.id()), 0));
    }
}
