package org.redress.escalation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.redress.complaint.CaseAccess;
import org.redress.complaint.CaseLadder;
import org.redress.complaint.CaseLadder.Climbed;
import org.redress.complaint.CaseLadder.Standing;
import org.redress.deadline.ClockKind;
import org.redress.deadline.LadderStep;
import org.redress.shared.Actor;
import org.redress.shared.CurrentActor;
import org.redress.shared.Problem;
import org.redress.shared.TryAgain;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Climbs, raises, orders: each in the transaction of the timer or the person, so that a step and what it does are one. */
@Service
@TryAgain
@Transactional
class EscalationService implements Escalations {

    private static final String CASE = "CASE";
    private static final String SHARE = "SHARE";
    private static final int MANUAL_LEVEL = 3;
    private static final int LONGEST_REASON = 2000;
    private static final String[] MAY_ORDER = {"DEPARTMENT_MANAGER", "SERVICE_DIRECTOR"};
    private static final String[] MAY_ACKNOWLEDGE = {"TEAM_LEADER", "COMPLAINT_SPECIALIST", "DEPARTMENT_MANAGER", "SERVICE_DIRECTOR"};

    private final CaseLadder cases;
    private final CaseAccess access;
    private final LadderEvents table;
    private final LadderSteps steps;
    private final SupervisionOrders orders;
    private final Recipients recipients;
    private final StepMessages messages;
    private final EscalationWorkflow workflow;
    private final CurrentActor actor;
    private final Clock clock;

    EscalationService(CaseLadder cases, CaseAccess access, LadderEvents table, LadderSteps steps, SupervisionOrders orders,
            Recipients recipients, StepMessages messages, EscalationWorkflow workflow, CurrentActor actor, Clock clock) {
        this.cases = cases;
        this.access = access;
        this.table = table;
        this.steps = steps;
        this.orders = orders;
        this.recipients = recipients;
        this.messages = messages;
        this.workflow = workflow;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    public void climb(long caseId, ClockKind kind) {
        Optional<Climbed> climbed = cases.climb(caseId, kind);
        if (climbed.isEmpty()) {
            return;
        }
        LadderStep step = climbed.get().step();
        Standing standing = cases.standing(caseId);
        LadderAction action = LadderAction.valueOf(step.action());
        LadderAudience audience = LadderAudience.valueOf(step.audience());
        take(standing, new LadderSteps.Fresh(caseId, kind.name(), climbed.get().round(), step.level(), SHARE, step.share(), action, audience,
                climbed.get().dueAt(), now(), recipients.of(audience, standing)));
    }

    @Override
    public void raise(long caseId, String trigger, int count) {
        Standing standing = cases.standing(caseId);
        for (LadderEvent event : table.of(trigger, standing.severity(), count)) {
            Instant now = now();
            boolean fresh = take(standing, new LadderSteps.Fresh(caseId, CASE, count, event.level(), trigger, null, event.action(), event.audience(),
                    now, now, recipients.of(event.audience(), standing)));
            if (fresh) {
                cases.escalated(caseId, trigger, event.level(), event.action().name());
            }
        }
    }

    @Override
    public void order(String number, String reason) {
        long caseId = access.require(number);
        if (!actor.get().hasAny(MAY_ORDER)) {
            throw Problem.forbidden("escalation.problem.mayNotOrder", number);
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Problem.invalid("reason", "escalation.problem.reason", LONGEST_REASON);
        }
        Standing standing = cases.standing(caseId);
        if (standing.state().isEnded()) {
            throw Problem.conflict("escalation.problem.ended", number);
        }
        orders.open(caseId).ifPresent(open -> {
            throw Problem.conflict("escalation.problem.orderOpen", number);
        });
        Instant now = now();
        int round = orders.countOf(caseId) + 1;
        LadderSteps.Fresh step = new LadderSteps.Fresh(caseId, CASE, round, MANUAL_LEVEL, "MANUAL", null, LadderAction.SUPERVISE,
                LadderAudience.MANAGER, now, now, recipients.of(LadderAudience.MANAGER, standing));
        long id = steps.insert(step).orElseThrow(() -> Problem.conflict("escalation.problem.orderOpen", number));
        long order = orders.insert(caseId, id, "MANUAL", MANUAL_LEVEL, actor.get().username(), now, reason);
        cases.supervised(caseId, reason);
        workflow.stepTaken(caseId, number, id, LadderAction.SUPERVISE, order);
    }

    @Override
    public void tell(long stepId) {
        LadderStepRow step = steps.find(stepId).orElseThrow();
        if (step.action() == LadderAction.OUTSIDE_BODY) {
            cases.outsideBodyTold(step.caseId());
        } else {
            messages.send(step, cases.standing(step.caseId()));
        }
    }

    @Override
    public void answered(long orderId, String action, String reason) {
        long caseId = orders.answer(orderId, actor.get().username(), now(), action, reason);
        cases.supervisionAnswered(caseId, action, reason);
    }

    @Override
    public boolean caseEnded(long caseId) {
        return orders.lapse(caseId, now());
    }

    @Override
    public void acknowledge(long stepId) {
        LadderStepRow step = steps.find(stepId).orElseThrow(() -> Problem.notFound("escalation.problem.noStep"));
        access.require(cases.standing(step.caseId()).number());
        Actor who = actor.get();
        if (!who.hasAny(MAY_ACKNOWLEDGE) && !step.recipients().contains(who.username())) {
            throw Problem.forbidden("escalation.problem.mayNotAcknowledge");
        }
        if (!steps.acknowledge(stepId, who.username(), now())) {
            String faster = String.valueOf(steps.find(stepId).map(LadderStepRow::acknowledgedBy).orElse(null));
            if (!faster.equals(who.username())) {
                throw Problem.conflict("escalation.problem.acknowledged", faster);
            }
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<LadderStepRow> steps(String number) {
        return steps.of(access.require(number));
    }

    /** @return whether it had not been taken before */
    private boolean take(Standing standing, LadderSteps.Fresh step) {
        Optional<Long> id = steps.insert(step);
        id.ifPresent(stepId -> {
            // Another clock of a case that a manager is asked about already is told, and not asked a second time.
            boolean asked = step.action() != LadderAction.SUPERVISE || orders.open(step.caseId()).isPresent();
            long order = 0;
            if (!asked) {
                String reason = step.share() == null ? step.cause() : step.clock() + " " + step.share() + " %";
                order = orders.insert(step.caseId(), stepId, "LADDER", step.level(), Actor.SYSTEM, step.firedAt(), reason);
            }
            LadderAction process = asked && step.action() == LadderAction.SUPERVISE ? LadderAction.REPORT : step.action();
            workflow.stepTaken(step.caseId(), standing.number(), stepId, process, order);
        });
        return id.isPresent();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
