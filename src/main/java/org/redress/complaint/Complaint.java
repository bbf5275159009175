package org.redress.complaint;

import static org.redress.complaint.CaseState.ASSIGNED;
import static org.redress.complaint.CaseState.CAPTURED;
import static org.redress.complaint.CaseState.CLOSED;
import static org.redress.complaint.CaseState.IN_PROGRESS;
import static org.redress.complaint.CaseState.MERGED;
import static org.redress.complaint.CaseState.RECALL_DUE;
import static org.redress.complaint.CaseState.REFERRED_OUT;
import static org.redress.complaint.CaseState.REJECTED;
import static org.redress.complaint.CaseState.RESOLVED;
import static org.redress.complaint.CaseState.SETTLED_ON_CALL;
import static org.redress.complaint.CaseState.TRIAGE;
import static org.redress.complaint.CaseState.WAITING_CUSTOMER;
import static org.redress.complaint.CaseState.WAITING_THIRD_PARTY;
import static org.redress.complaint.CaseState.WITHDRAWN;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.redress.complaint.ComplaintLifecycle.RecallAnswer;
import org.redress.complaint.ComplaintLifecycle.Resolution;
import org.redress.deadline.ClockKind;
import org.redress.deadline.Severity;
import org.redress.shared.Bilingual;
import org.redress.shared.Problem;

/**
 * One case: every change of state checks the state it leaves, says what happened and moves the clocks. Nothing is written here;
 * {@link ComplaintRepository} keeps what {@link CaseRecord} has noted.
 */
final class Complaint {

    static final Duration REOPEN_WINDOW = Duration.ofDays(14);

    private final CaseRecord record;

    Complaint(CaseRecord record) {
        this.record = record;
    }

    CaseRecord record() {
        return record;
    }

    void classify(Severity severity, String rule, Bilingual reason, @Nullable String team, boolean direct, Instant now) {
        CaseFacts facts = record.facts();
        boolean fixed = direct && team != null;
        move(fixed ? ASSIGNED : TRIAGE, CAPTURED);
        record.ruled(severity, rule, reason);
        record.say(EventKind.CLASSIFIED, severity, reason.en(), reason.zh(), rule, team);
        CaseClocks clocks = record.clocks();
        clocks.start(ClockKind.FIRST_CONTACT, facts.receivedAt(), severity);
        clocks.start(ClockKind.RESOLVE, facts.receivedAt(), severity);
        clocks.start(ClockKind.PROMISE, facts.receivedAt(), severity);
        if (facts.outsideDueAt() != null) {
            clocks.outside(facts.receivedAt(), facts.outsideDueAt(), severity);
        }
        if (fixed) {
            handTo(team, now);
        } else {
            clocks.start(ClockKind.ASSIGN, facts.capturedAt(), severity);
        }
    }

    void assign(String team, String category, @Nullable Severity severity, @Nullable String severityReason, String by, Instant now) {
        move(ASSIGNED, TRIAGE);
        if (severity != null && severity != record.severity()) {
            override(severity, severityReason, by, now);
        }
        record.set("category", category);
        record.say(EventKind.ASSIGNED, team, category);
        record.clocks().stop(ClockKind.ASSIGN, now);
        handTo(team, now);
    }

    void reject(String reason, Instant now) {
        move(REJECTED, TRIAGE);
        record.set("verdict", Verdict.OUT_OF_SCOPE.name());
        record.say(EventKind.REJECTED, reason);
        end(reason, now);
        record.clocks().cancelAll(now);
    }

    void merge(long into, String intoNumber, @Nullable String reason, Instant now) {
        move(MERGED, TRIAGE);
        record.set("merged_into", into);
        record.set("verdict", Verdict.DUPLICATE.name());
        record.say(EventKind.MERGED, intoNumber, reason);
        end(reason, now);
        record.clocks().cancelAll(now);
    }

    void settle(String reason, Instant now) {
        move(SETTLED_ON_CALL, TRIAGE);
        record.say(EventKind.SETTLED, reason);
        contactedFirst(now);
        end(reason, now);
        record.clocks().stopAll(now);
    }

    void referOut(String reason, Instant now) {
        move(REFERRED_OUT, TRIAGE);
        record.say(EventKind.REFERRED_OUT, reason);
        end(reason, now);
        record.clocks().cancelAll(now);
    }

    void sign(String by, Instant now) {
        move(IN_PROGRESS, ASSIGNED);
        record.handler(by);
        record.say(EventKind.SIGNED, by, record.team());
        record.clocks().stop(ClockKind.SIGN, now);
    }

    void returnToTriage(String reason, Instant now) {
        move(TRIAGE, ASSIGNED);
        record.say(EventKind.RETURNED, record.team(), reason);
        record.count("return_count");
        record.team(null);
        record.handler(null);
        record.clocks().stop(ClockKind.SIGN, now);
        record.clocks().start(ClockKind.ASSIGN, now, record.severity());
    }

    void resolve(Resolution resolution, String by, Instant now) {
        Instant contacted = resolution.contactedCustomerAt();
        if (contacted != null && contacted.isAfter(now)) {
            throw Problem.invalid("contactedCustomerAt", "complaint.problem.future");
        }
        move(RESOLVED, IN_PROGRESS);
        record.handledBy(by);
        record.set("customer_statement", resolution.customerStatement());
        record.set("employee_statement", resolution.employeeStatement());
        record.set("finding", resolution.finding());
        record.set("remedies", resolution.remedies().stream().map(Remedy::name).sorted().toArray(String[]::new));
        record.set("amount", resolution.amount());
        record.set("root_cause", resolution.rootCause());
        record.set("basis_for_resolution", resolution.basisForResolution());
        record.set("resolved_at", now);
        record.say(EventKind.RESOLVED, resolution.basisForResolution());
        if (contacted != null) {
            contactedFirst(contacted);
        }
        record.clocks().stop(ClockKind.RESOLVE, now);
        record.clocks().stop(ClockKind.PROMISE, now);
    }

    void rework(String reason, String by, Instant now) {
        move(IN_PROGRESS, RESOLVED);
        record.handledBy(by);
        record.count("rework_count");
        record.say(EventKind.REWORK, reason);
        record.clocks().reopen(now);
    }

    void accept(Verdict verdict, LiableParty liable, boolean causedByService, @Nullable String reason, String by, Instant now) {
        move(RECALL_DUE, RESOLVED);
        record.handledBy(by);
        record.set("verdict", verdict.name());
        record.set("liable_party", liable.name());
        record.set("caused_by_service", causedByService);
        record.set("decision_reason", reason);
        record.say(EventKind.ACCEPTED, verdict, reason);
        record.clocks().stop(ClockKind.OUTSIDE, now);
        record.clocks().start(ClockKind.RECALL, now, record.severity());
    }

    /** Answers the half-days in which somebody tried: two tries in one morning count once (domain, section 4). */
    int recalled(@Nullable RecallAnswer answer, @Nullable Instant retryAt, String by, Instant now) {
        require(RECALL_DUE);
        int attempt = record.tried();
        if (answer == null) {
            record.say(EventKind.RECALL_NOT_REACHED, attempt, retryAt);
            return attempt;
        }
        record.set("recall_solved", answer.solved());
        record.set("recall_scale", answer.scale());
        record.set("recall_rating", answer.rating());
        record.set("recall_by", by);
        record.set("dissatisfaction_reason", answer.dissatisfactionReason());
        String rating = answer.rating() == null ? null : answer.scale() + "." + answer.rating();
        record.say(EventKind.RECALL_REACHED, answer.solved(), rating, answer.dissatisfactionReason());
        contactedFirst(now);
        record.clocks().stop(ClockKind.RECALL, now);
        return attempt;
    }

    void close(String outcome, Instant now) {
        move(CLOSED, RECALL_DUE);
        record.set("outcome", outcome);
        record.set("closed_at", now);
        record.say(EventKind.CLOSED, outcome);
        record.clocks().stopAll(now);
    }

    void reopenUnsolved(Instant now) {
        move(ASSIGNED, RECALL_DUE);
        record.count("dissatisfied_count");
        record.clocks().stop(ClockKind.RECALL, now);
        again(null, now);
    }

    /** 409 as well when the case ended longer than 14 days ago. What was settled on the call has no team and goes back to triage. */
    void reopen(String reason, Instant now) {
        require(CLOSED, SETTLED_ON_CALL);
        Instant closed = record.closedAt();
        if (closed != null && now.isAfter(closed.plus(REOPEN_WINDOW))) {
            throw Problem.conflict("complaint.problem.reopenWindow", number(), REOPEN_WINDOW.toDays());
        }
        record.state(record.team() == null ? TRIAGE : ASSIGNED);
        record.set("outcome", null);
        record.set("closed_at", null);
        again(reason, now);
    }

    void pause(WaitingFor waitingFor, String reason, Instant now) {
        move(waitingFor == WaitingFor.CUSTOMER ? WAITING_CUSTOMER : WAITING_THIRD_PARTY, IN_PROGRESS);
        record.set("waiting_for", waitingFor.name());
        record.say(EventKind.WAITING, waitingFor, reason);
        record.clocks().pause(now, record.severity(), reason);
    }

    /** @param answer null when the time allowed for waiting is over */
    void resume(@Nullable String answer, Instant now) {
        move(IN_PROGRESS, WAITING_CUSTOMER, WAITING_THIRD_PARTY);
        record.set("waiting_for", null);
        if (answer == null) {
            record.say(EventKind.RESUMED_BY_LIMIT);
        } else {
            record.say(EventKind.RESUMED, answer);
        }
        record.clocks().resume(now);
    }

    void withdraw(String reason, Instant now) {
        requireOpen();
        move(WITHDRAWN, record.state());
        record.set("waiting_for", null);
        record.set("verdict", Verdict.WITHDRAWN.name());
        record.say(EventKind.WITHDRAWN, reason);
        end(reason, now);
        record.clocks().cancelAll(now);
    }

    void contacted(Instant at, @Nullable String text, Instant now) {
        requireOpen();
        if (at.isAfter(now)) {
            throw Problem.invalid("at", "complaint.problem.future");
        }
        record.say(EventKind.CONTACTED, at, text);
        contactedFirst(at);
    }

    boolean isBreach(ClockKind clock, Instant now) {
        return record.clocks().isBreach(clock, now);
    }

    void breached(ClockKind clock, Instant now) {
        record.clocks().breach(clock, now);
        record.say(EventKind.BREACHED, clock);
    }

    void ownedBy(String username) {
        if (record.owner() == null) {
            record.owner(username);
            record.say(EventKind.OWNED, username);
        }
    }

    void requireOpen() {
        if (record.state().isEnded()) {
            throw refused();
        }
    }

    String number() {
        return record.facts().number();
    }

    private void override(Severity severity, @Nullable String reason, String by, Instant now) {
        if (reason == null || reason.isBlank()) {
            throw Problem.invalid("severityReason", "complaint.problem.severityReason");
        }
        record.say(EventKind.OVERRIDDEN, record.severity(), severity, reason);
        record.overridden(severity, by, reason);
        record.clocks().changeSeverity(now, severity, reason);
    }

    private void handTo(String team, Instant now) {
        if (record.hadTeam()) {
            record.count("hand_over_count");
        }
        record.team(team);
        record.clocks().start(ClockKind.SIGN, now, record.severity());
    }

    private void again(@Nullable String reason, Instant now) {
        record.count("reopen_count");
        record.handler(null);
        record.set("resolved_at", null);
        record.restartAttempts();
        record.say(EventKind.REOPENED, reason);
        record.clocks().reopen(now);
        if (!record.isSeverityByPerson() && record.severity().compareTo(Severity.S2) > 0) {
            Bilingual why = ReopenedRule.REASON;
            record.ruled(Severity.S2, ReopenedRule.NAME, why);
            record.say(EventKind.CLASSIFIED, Severity.S2, why.en(), why.zh(), ReopenedRule.NAME, record.team());
            record.clocks().changeSeverity(now, Severity.S2, null);
        }
        record.clocks().start(record.state() == TRIAGE ? ClockKind.ASSIGN : ClockKind.SIGN, now, record.severity());
    }

    private void contactedFirst(Instant at) {
        if (record.firstContactAt() == null) {
            record.firstContact(at);
            record.clocks().stop(ClockKind.FIRST_CONTACT, at);
        }
    }

    private void end(@Nullable String reason, Instant now) {
        record.set("outcome", record.state().name());
        record.set("decision_reason", reason);
        record.set("closed_at", now);
    }

    private void move(CaseState to, CaseState... from) {
        require(from);
        record.state(to);
    }

    private void require(CaseState... from) {
        for (CaseState state : from) {
            if (record.state() == state) {
                return;
            }
        }
        throw refused();
    }

    private Problem refused() {
        return Problem.conflict("complaint.problem.state", number(), Names.of(record.state()));
    }
}
