package org.redress.escalation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.redress.complaint.CaseAccess;
import org.redress.complaint.CaseLadder;
import org.redress.complaint.CaseLadder.Standing;
import org.redress.shared.Actor;
import org.redress.shared.CurrentActor;
import org.redress.shared.Problem;
import org.redress.shared.TryAgain;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asked by who works on the case, decided by a manager; the ledger has the last word on whether it is possible. */
@Service
@TryAgain
@Transactional
class ExtensionService implements Extensions {

    private static final int LONGEST_REASON = 2000;
    private static final String[] LEAD = {"COMPLAINT_SPECIALIST", "DEPARTMENT_MANAGER", "SERVICE_DIRECTOR"};

    private final CaseLadder cases;
    private final CaseAccess access;
    private final ExtensionRequests requests;
    private final StepMessages messages;
    private final EscalationWorkflow workflow;
    private final CurrentActor actor;
    private final Clock clock;

    ExtensionService(CaseLadder cases, CaseAccess access, ExtensionRequests requests, StepMessages messages, EscalationWorkflow workflow,
            CurrentActor actor, Clock clock) {
        this.cases = cases;
        this.access = access;
        this.requests = requests;
        this.messages = messages;
        this.workflow = workflow;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    public void ask(String number, Instant until, String reason) {
        long caseId = access.require(number);
        Standing standing = cases.standing(caseId);
        Actor who = actor.get();
        if (!who.isSystem() && !who.hasAny(LEAD) && (standing.team() == null || !who.teams().contains(standing.team()))) {
            throw Problem.forbidden("escalation.problem.mayNotAsk", number);
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Problem.invalid("reason", "escalation.problem.reason", LONGEST_REASON);
        }
        if (requests.waits(caseId)) {
            throw Problem.conflict("escalation.problem.extensionOpen", number);
        }
        cases.askExtension(caseId, until, reason);
        long request = requests.insert(caseId, who.username(), now(), until, reason);
        messages.extensionAsked(request, standing, who.username(), until);
        workflow.extensionAsked(caseId, number, request, who.username());
    }

    @Override
    public void decided(long requestId, String decision, String reason) {
        requests.decide(requestId, actor.get().username(), now(), decision, reason);
    }

    @Override
    public void grant(long requestId) {
        ExtensionRequests.Request request = requests.find(requestId);
        cases.extend(request.caseId(), request.until(), String.valueOf(request.decisionReason()));
        workflow.clocksMoved(request.caseId());
        messages.extensionDecided(requestId, cases.standing(request.caseId()), request);
    }

    @Override
    public void refuse(long requestId) {
        ExtensionRequests.Request request = requests.find(requestId);
        cases.refuseExtension(request.caseId(), String.valueOf(request.decisionReason()));
        messages.extensionDecided(requestId, cases.standing(request.caseId()), request);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
