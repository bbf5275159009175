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
import org.redress.deadline.Calendars;
import org.redress.deadline.HalfDay;
import org.redress.shared.AuditTrail;
import org.redress.shared.CurrentActor;
import org.redress.shared.LivePageEvent;
import org.redress.shared.Problem;
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
    private final CallPromises promises;
    private final CallEvaluations evaluations;
    private final Calendars calendars;
    private final CurrentActor actor;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FollowUpCallService(CallTable table, CallPromises promises, CallEvaluations evaluations, Calendars calendars,
            CurrentActor actor, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.table = table;
        this.promises = promises;
        this.evaluations = evaluations;
        this.calendars = calendars;
        this.actor = actor;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Two tries in one morning count once (domain, section 4). */
    @Override
    public Attempted attempted(long callId, @Nullable CallAnswer answer, @Nullable Instant retryAt) {
        Instant now = clock.instant();
        String agent = actor.get().username();
        CallRow call = row(callId);
        if (agent.equals(call.job().employee())) {
            throw Problem.forbidden("callback.problem.ownWork");
        }
        Instant next = answer != null ? null : retryAt == null ? HalfDay.of(now, calendars.current()).next(calendars.current()) : agreed(call, retryAt, now);
        int counted = (int) Stream.concat(table.attempts(callId).stream().map(CallAttempt::at), Stream.of(now))
                .map(at -> HalfDay.of(at, calendars.current())).distinct().count();
        boolean open = answer == null ? table.notReached(callId, counted, next, retryAt != null)
                : table.reached(callId, counted, answer, agent, now);
        refuseUnless(open, call);
        table.addAttempt(callId, new CallAttempt(now, agent, answer != null, next));
        promises.called(callId, now);
        if (next != null && retryAt != null) {
            promises.make(callId, now, agent, next);
        }
        audit.record(answer == null ? "NOT_REACHED" : "REACHED", "CALL", call.job().number(), change(answer, next));
        changed(call);
        return new Attempted(counted, next);
    }

    @Override
    public void giveUp(long callId) {
        CallRow call = close(callId, CallState.NOT_REACHED, "NOT_REACHED", null);
        promises.ended(callId, clock.instant(), true);
        evaluations.givenUp(call, clock.instant(), actor.get().username());
    }

    @Override
    public void lapse(long callId) {
        close(callId, CallState.LAPSED, "LAPSED", null);
        promises.ended(callId, clock.instant(), true);
    }

    @Override
    public void declined(long callId) {
        close(callId, CallState.DO_NOT_CALL, "DO_NOT_CALL", null);
        promises.ended(callId, clock.instant(), false);
    }

    @Override
    public void evaluated(long callId, String outcome) {
        evaluations.reached(close(callId, CallState.EVALUATED, known(outcome, EVALUATED), null), outcome, null);
    }

    @Override
    public void caseOpened(long callId, String outcome, String caseNumber) {
        evaluations.reached(close(callId, CallState.COMPLAINT, known(outcome, CASE_OPENED), caseNumber), outcome, caseNumber);
    }

    @Override
    @Transactional(readOnly = true)
    public CallRecord record(long callId) {
        CallRow call = row(callId);
        CallRow.Job job = call.job();
        return new CallRecord(call.id(), job.number(), job.business(), job.doneAt(), job.team(), job.employee(), job.customerId(),
                call.windowEndsAt(), call.dueAt(), call.campaignId(), call.questionnaire(), answer(call));
    }

    @Override
    @Transactional(readOnly = true)
    public TaskSubject subject(long callId) {
        CallRow.Job job = row(callId).job();
        return NewLine.subject(callId, job.number(), job.customerName(), job.segment());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> ratedEmployee(long callId) {
        return Optional.ofNullable(row(callId).job().employee());
    }

    /** A promise that nobody could keep is not made. */
    private static Instant agreed(CallRow call, Instant retryAt, Instant now) {
        if (!retryAt.isAfter(now)) {
            throw Problem.invalid("retryAt", "callback.problem.retryPassed");
        }
        if (!retryAt.isBefore(call.windowEndsAt())) {
            throw Problem.invalid("retryAt", "callback.problem.retryAfterWindow");
        }
        return retryAt;
    }

    private CallRow close(long callId, CallState state, String outcome, @Nullable String caseNumber) {
        CallRow call = row(callId);
        refuseUnless(table.close(callId, state, outcome, caseNumber, clock.instant()), call);
        Map<String, Object> change = new HashMap<>(Map.of("outcome", outcome));
        if (caseNumber != null) {
            change.put("case", caseNumber);
        }
        audit.record("CLOSE_CALL", "CALL", call.job().number(), change);
        changed(call);
        return call;
    }

    private CallRow row(long callId) {
        return table.find(callId).orElseThrow(() -> Problem.notFound("callback.problem.unknown"));
    }

    private static @Nullable CallAnswer answer(CallRow call) {
        String scale = call.scale();
        if (scale == null) {
            return null;
        }
        return new CallAnswer(call.appointmentKept(), scale, call.rating(), call.suggestion(), Boolean.TRUE.equals(call.complaint()),
                call.summary());
    }

    private static void refuseUnless(boolean open, CallRow call) {
        if (!open) {
            throw Problem.conflict("callback.problem.notOpen", call.job().number());
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
