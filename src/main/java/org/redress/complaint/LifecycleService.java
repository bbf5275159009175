package org.redress.complaint;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.redress.customer.Segment;
import org.redress.deadline.ClockKind;
import org.redress.deadline.ClockReading;
import org.redress.deadline.ClockState;
import org.redress.deadline.Severity;
import org.redress.organisation.Organisation;
import org.redress.shared.Bilingual;
import org.redress.shared.Problem;
import org.redress.worklist.TaskKind;
import org.redress.worklist.TaskSubject;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The state changes of a case, each one act in one transaction. */
@Service
@Transactional
class LifecycleService implements ComplaintLifecycle {

    private final CaseActs acts;
    private final Categories categories;
    private final Organisation organisation;

    LifecycleService(CaseActs acts, Categories categories, Organisation organisation) {
        this.acts = acts;
        this.categories = categories;
        this.organisation = organisation;
    }

    @Override
    public void classify(long caseId, Severity severity, String rule, Bilingual reason, @Nullable String team, boolean direct) {
        // Part of the capture, whose audit line tells it.
        acts.quietly(acts.get(caseId), (complaint, by, now) -> complaint.classify(severity, rule, reason, team, direct, now));
    }

    @Override
    public void assign(long caseId, String team, String category, @Nullable Severity severity, @Nullable String severityReason) {
        if (organisation.team(team).isEmpty()) {
            throw Problem.invalid("team", "complaint.problem.team", team);
        }
        if (categories.find(category).filter(Category::leaf).isEmpty()) {
            throw Problem.invalid("category", "complaint.problem.category", category);
        }
        acts.perform("ASSIGN", acts.get(caseId),
                (complaint, by, now) -> complaint.assign(team, category, severity, severityReason, by, now));
    }

    @Override
    public void reject(long caseId, String reason) {
        acts.perform("REJECT", acts.get(caseId), (complaint, by, now) -> complaint.reject(reason, now));
    }

    @Override
    public void merge(long caseId, String intoNumber, @Nullable String reason) {
        Complaint from = acts.get(caseId);
        Complaint into = target(intoNumber);
        if (into == from) {
            throw Problem.invalid("mergeInto", "complaint.problem.mergeInto", into.number());
        }
        CaseState state = into.record().state();
        if (state.isEnded()) {
            throw Problem.invalid("mergeInto", "complaint.problem.mergeEnded", into.number(), Names.of(state));
        }
        acts.perform("MERGE", from, (complaint, by, now) -> complaint.merge(into.record().facts().id(), into.number(), reason, now));
        acts.quietly(into, (complaint, by, now) -> {
            complaint.record().reliedOn();
            complaint.record().say(EventKind.MERGED_HERE, from.number());
        });
    }

    @Override
    public void settle(long caseId, String reason) {
        acts.perform("SETTLE", acts.get(caseId), (complaint, by, now) -> complaint.settle(reason, now));
    }

    @Override
    public void referOut(long caseId, String reason) {
        acts.perform("REFER", acts.get(caseId), (complaint, by, now) -> complaint.referOut(reason, now));
    }

    @Override
    public void sign(long caseId) {
        acts.perform("SIGN", acts.get(caseId), Complaint::sign);
    }

    @Override
    public void returnToTriage(long caseId, String reason) {
        acts.perform("RETURN", acts.get(caseId), (complaint, by, now) -> complaint.returnToTriage(reason, now));
    }

    @Override
    public void resolve(long caseId, Resolution resolution) {
        acts.perform("RESOLVE", acts.get(caseId), (complaint, by, now) -> complaint.resolve(resolution, by, now));
    }

    @Override
    public void rework(long caseId, String reason) {
        acts.perform("REWORK", acts.get(caseId), (complaint, by, now) -> complaint.rework(reason, by, now));
    }

    @Override
    public void accept(long caseId, Verdict verdict, LiableParty liableParty, boolean causedByService, @Nullable String reason) {
        acts.perform("ACCEPT", acts.get(caseId),
                (complaint, by, now) -> complaint.accept(verdict, liableParty, causedByService, reason, by, now));
    }

    @Override
    public int recalled(long caseId, @Nullable RecallAnswer answer, @Nullable Instant retryAt) {
        Complaint recalled = acts.get(caseId);
        acts.perform("RECALL", recalled, (complaint, by, now) -> complaint.recalled(answer, retryAt, by, now));
        return recalled.record().counted("recall_attempts");
    }

    @Override
    public void close(long caseId, String outcome) {
        acts.perform("CLOSE", acts.get(caseId), (complaint, by, now) -> complaint.close(outcome, now));
    }

    @Override
    public void reopenUnsolved(long caseId) {
        acts.perform("REOPEN", acts.get(caseId), (complaint, by, now) -> complaint.reopenUnsolved(now));
    }

    @Override
    public void resume(long caseId, @Nullable String answer) {
        acts.perform("RESUME", acts.get(caseId), (complaint, by, now) -> complaint.resume(answer, now));
    }

    @Override
    public void startClock(long caseId, ClockKind clock) {
        acts.quietly(acts.get(caseId), (complaint, by, now) -> complaint.record().clocks().startAnew(clock, now, complaint.record().severity()));
    }

    @Override
    public void answered(long caseId, String taskKey, String answersJson) {
        acts.quietly(acts.get(caseId), (complaint, by, now) -> complaint.record().answered(taskKey, answersJson));
    }

    @Override
    public void ownedBy(long caseId, String username) {
        acts.quietly(acts.get(caseId), (complaint, by, now) -> complaint.ownedBy(username));
    }

    @Override
    public TaskSubject subject(long caseId) {
        CaseRecord record = acts.get(caseId).record();
        CaseFacts facts = record.facts();
        Set<String> flags = new HashSet<>();
        flag(flags, "REPEAT", facts.repeat());
        flag(flags, "OUTSIDE", facts.channel().isOutside());
        flag(flags, "VIP", facts.segment() == Segment.VIP);
        flag(flags, "SAFETY", facts.safety());
        flag(flags, "MEDIA", facts.media());
        flag(flags, "REOPENED", record.counted("reopen_count") > 0);
        return new TaskSubject(TaskKind.CASE, facts.id(), facts.number(), record.severity().name(), facts.channel().name(),
                record.team(), facts.complainant(), facts.place(), facts.summary(), flags);
    }

    @Override
    public Due due(long caseId, ClockKind clock) {
        ClockReading reading = acts.get(caseId).record().clocks().due(clock);
        return new Due(reading.dueAt(), CaseClocks.critical(reading), reading.state() == ClockState.PAUSED);
    }

    @Override
    public Instant waitingLimit(long caseId) {
        return acts.get(caseId).record().clocks().waitingLimit(acts.now());
    }

    @Override
    public Set<String> handlers(long caseId) {
        CaseRecord record = acts.get(caseId).record();
        Set<String> people = new HashSet<>(record.handlers());
        if (record.owner() != null) {
            people.add(record.owner());
        }
        return people;
    }

    @Override
    public void handledBy(long caseId, @Nullable String username) {
        acts.quietly(acts.get(caseId), (complaint, by, now) -> complaint.record().handler(username));
    }

    @Override
    public Optional<String> owner(long caseId) {
        return Optional.ofNullable(acts.get(caseId).record().owner());
    }

    @Override
    public void passed(List<PathStep> steps) {
        for (PathStep step : steps) {
            acts.quietly(acts.get(step.caseId()), (complaint, by, now) -> complaint.record().passed(step));
        }
    }

    private Complaint target(String number) {
        try {
            return acts.get(number);
        } catch (Problem unknown) {
            throw Problem.invalid("mergeInto", "complaint.problem.unknown", number);
        }
    }

    private static void flag(Set<String> flags, String name, boolean on) {
        if (on) {
            flags.add(name);
        }
    }
}
