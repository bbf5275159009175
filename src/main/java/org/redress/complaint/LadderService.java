package org.redress.complaint;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.redress.complaint.CaseClocks.NextStep;
import org.redress.deadline.ClockKind;
import org.redress.deadline.ClockReading;
import org.redress.organisation.Organisation;
import org.redress.shared.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Steps of the ladder, extensions and transfers as acts on the case. */
@Service
@Transactional
class LadderService implements CaseLadder {

    /** UK SI 2008/1898 and the domain page: deadlock, or eight weeks at the latest. */
    private static final Duration OUTSIDE_RIGHT = Duration.ofDays(56);
    private static final int BREACH = 100;
    private static final Set<CaseState> AT_A_TEAM = Set.of(CaseState.ASSIGNED, CaseState.IN_PROGRESS, CaseState.WAITING_CUSTOMER,
            CaseState.WAITING_THIRD_PARTY);

    private final CaseActs acts;
    private final Organisation organisation;
    private final ApplicationEventPublisher events;

    LadderService(CaseActs acts, Organisation organisation, ApplicationEventPublisher events) {
        this.acts = acts;
        this.organisation = organisation;
        this.events = events;
    }

    @Override
    public Optional<Climbed> climb(long caseId, ClockKind clock) {
        Complaint complaint = acts.get(caseId);
        CaseClocks clocks = complaint.record().clocks();
        Instant now = acts.now();
        // Engine timers know milliseconds, the calendar more.
        NextStep next = clocks.upcoming(clock).filter(step -> !step.at().truncatedTo(ChronoUnit.MILLIS).isAfter(now)).orElse(null);
        if (next == null) {
            return Optional.empty();
        }
        acts.perform("CLIMB", complaint, (late, by, at) -> {
            if (next.step().share() >= BREACH && late.isBreach(clock, at)) {
                late.breached(clock, at);
            }
            clocks.climb(clock, at, next.step());
            late.record().say(EventKind.CLIMBED, clock, next.step().share(), next.step().action());
        });
        int round = clocks.reading(clock).map(ClockReading::round).orElse(1);
        return Optional.of(new Climbed(clock, round, next.step(), next.at()));
    }

    @Override
    public Optional<Instant> firesAt(long caseId, ClockKind clock) {
        return acts.get(caseId).record().clocks().firesAt(clock);
    }

    @Override
    public Instant nextStep(long caseId, ClockKind clock) {
        CaseClocks clocks = acts.get(caseId).record().clocks();
        return clocks.nextStep(clock).map(NextStep::at).orElseGet(() -> clocks.due(clock).dueAt());
    }

    @Override
    public boolean climbsOn(long caseId, ClockKind clock) {
        return acts.get(caseId).record().clocks().nextStep(clock).isPresent();
    }

    @Override
    public Instant outsideRightAt(long caseId) {
        return acts.get(caseId).record().facts().receivedAt().plus(OUTSIDE_RIGHT);
    }

    @Override
    public Standing standing(long caseId) {
        CaseRecord record = acts.get(caseId).record();
        CaseFacts facts = record.facts();
        return new Standing(facts.id(), facts.number(), record.severity(), record.state(), facts.summary(), record.owner(), record.team(),
                record.handler(), facts.complainant(), record.counted("dissatisfied_count"),
                record.counted("hand_over_count") + record.counted("return_count"), facts.place());
    }

    @Override
    public void escalated(long caseId, String cause, int level, String action) {
        say("ESCALATE", caseId, EventKind.ESCALATED, cause, level, action);
    }

    @Override
    public void supervised(long caseId, String reason) {
        say("SUPERVISE", caseId, EventKind.SUPERVISED, reason);
    }

    @Override
    public void supervisionAnswered(long caseId, String action, String reason) {
        say("ANSWER_SUPERVISION", caseId, EventKind.SUPERVISION_ANSWERED, action, reason);
    }

    @Override
    public void transfer(long caseId, String team, String reason) {
        Complaint complaint = acts.get(caseId);
        CaseRecord record = complaint.record();
        if (organisation.team(team).isEmpty()) {
            throw Problem.invalid("team", "complaint.problem.team", team);
        }
        if (!AT_A_TEAM.contains(record.state())) {
            throw Problem.conflict("complaint.problem.transfer", complaint.number(), Names.of(record.state()));
        }
        String before = record.team();
        if (team.equals(before)) {
            throw Problem.invalid("team", "complaint.problem.sameTeam", team);
        }
        acts.perform("TRANSFER", complaint, (given, by, now) -> {
            if (record.state() == CaseState.WAITING_CUSTOMER || record.state() == CaseState.WAITING_THIRD_PARTY) {
                record.set("waiting_for", null);
                record.clocks().resume(now);
            }
            record.state(CaseState.ASSIGNED);
            record.count("hand_over_count");
            record.team(team);
            record.handler(null);
            record.say(EventKind.TRANSFERRED, team, reason);
            record.clocks().start(ClockKind.SIGN, now, record.severity());
        });
    }

    @Override
    public void askExtension(long caseId, Instant until, String reason) {
        Complaint complaint = acts.get(caseId);
        complaint.requireOpen();
        CaseRecord record = complaint.record();
        CaseClocks clocks = record.clocks();
        List<ClockKind> asked = clocks.extendable(record.severity());
        if (asked.isEmpty()) {
            throw Problem.conflict("complaint.problem.noExtension", complaint.number(), record.severity());
        }
        Instant due = clocks.reading(asked.get(0)).orElseThrow().dueAt();
        Instant latest = clocks.latestExtension(asked.get(0), record.severity());
        if (!until.isAfter(due) || until.isAfter(latest)) {
            throw Problem.invalid("until", "complaint.problem.extensionRange", due, latest);
        }
        acts.perform("ASK_EXTENSION", complaint, (late, by, now) -> {
            asked.forEach(clock -> clocks.askExtension(clock, now, reason));
            record.say(EventKind.EXTENSION_ASKED, until, reason);
        });
    }

    @Override
    public void extend(long caseId, Instant until, String reason) {
        Complaint complaint = acts.get(caseId);
        CaseRecord record = complaint.record();
        acts.perform("EXTEND", complaint, (late, by, now) -> {
            int lines = record.clocks().fresh().size();
            record.clocks().extendable(record.severity())
                    .forEach(clock -> record.clocks().extend(clock, now, record.severity(), until, reason));
            if (record.clocks().fresh().size() == lines) {
                throw Problem.conflict("complaint.problem.extensionMoot", complaint.number());
            }
            record.say(EventKind.EXTENDED, until, reason);
        });
    }

    @Override
    public void refuseExtension(long caseId, String reason) {
        say("REFUSE_EXTENSION", caseId, EventKind.EXTENSION_REFUSED, reason);
    }

    @Override
    public void outsideBodyTold(long caseId) {
        say("TELL_OUTSIDE_BODY", caseId, EventKind.OUTSIDE_BODY_TOLD);
        events.publishEvent(new OutsideBodyTold(caseId, acts.get(caseId).number()));
    }

    @Override
    public long rewriteClocks(String number) {
        Complaint complaint = acts.get(number);
        acts.perform("REPAIR_CLOCKS", complaint, (drifted, by, now) -> drifted.record().clocks().rewrite());
        return complaint.record().facts().id();
    }

    private void say(String act, long caseId, EventKind kind, Object... values) {
        acts.perform(act, acts.get(caseId), (complaint, by, now) -> complaint.record().say(kind, values));
    }
}
