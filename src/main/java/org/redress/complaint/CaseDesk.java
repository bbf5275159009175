package org.redress.complaint;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.redress.organisation.Role;
import org.redress.shared.LivePageEvent;
import org.redress.shared.Problem;
import org.redress.shared.TryAgain;
import org.redress.worklist.OpenTask;
import org.redress.worklist.OpenWork;
import org.redress.worklist.TaskKind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do to a case beside its tasks. Each verb checks sight and role (403), the state it leaves and, where one is given, the
 * version the person saw (409).
 */
@Service
@TryAgain
@Transactional
public class CaseDesk {

    private static final Duration NUDGE_PAUSE = Duration.ofMinutes(10);
    private static final int LONGEST_NOTE = 10_000;
    private static final int LONGEST_REASON = 2000;

    private final CaseActs acts;
    private final CaseAccess access;
    private final CaseTimeline timeline;
    private final ComplaintWorkflow workflow;
    private final OpenWork openWork;
    private final ApplicationEventPublisher events;

    CaseDesk(CaseActs acts, CaseAccess access, CaseTimeline timeline, ComplaintWorkflow workflow, OpenWork openWork,
            ApplicationEventPublisher events) {
        this.acts = acts;
        this.access = access;
        this.timeline = timeline;
        this.workflow = workflow;
        this.openWork = openWork;
        this.events = events;
    }

    /** Adds an internal note (备注). */
    public void note(String number, @Nullable String text) {
        String written = needed("text", text, LONGEST_NOTE);
        acts.perform("NOTE", open(number, null), (complaint, by, now) -> complaint.record().say(EventKind.NOTE, written));
    }

    /** A note on an open case by who captures complaints, also where they may not open it: the customer spoke about it again. */
    public void noteFromCapture(String number, @Nullable String text) {
        String written = needed("words", text, LONGEST_NOTE);
        access.requireRole(number, "INTAKE_AGENT", "CALLBACK_AGENT");
        Complaint existing = acts.get(number);
        existing.requireOpen();
        acts.perform("NOTE", existing, (complaint, by, now) -> complaint.record().say(EventKind.NOTE, written));
    }

    /** Work waits; its resolution clocks stand still, except those of an S1 case. */
    public void pause(String number, @Nullable Integer version, @Nullable WaitingFor waitingFor, @Nullable String reason) {
        if (waitingFor == null) {
            throw Problem.invalid("waitingFor", "complaint.problem.required");
        }
        String why = needed("reason", reason, LONGEST_REASON);
        Complaint waiting = open(number, version);
        access.requireWork(waiting.record());
        acts.perform("WAIT", waiting, (complaint, by, now) -> complaint.pause(waitingFor, why, now));
        workflow.waitingStarted(waiting.record().facts().id());
    }

    /** @param answer what the customer or third party said; blank when nothing was */
    public void resume(String number, @Nullable Integer version, @Nullable String answer) {
        String said = limited("answer", answer == null ? "" : answer.strip(), LONGEST_REASON);
        Complaint waiting = open(number, version);
        access.requireWork(waiting.record());
        acts.perform("RESUME", waiting, (complaint, by, now) -> complaint.resume(said, now));
        workflow.resumed(waiting.record().facts().id());
    }

    /** The customer takes the complaint back (撤诉). */
    public void withdraw(String number, @Nullable Integer version, @Nullable String reason) {
        String why = needed("reason", reason, LONGEST_REASON);
        access.requireRole(number, "INTAKE_AGENT");
        Complaint withdrawn = open(number, version);
        acts.perform("WITHDRAW", withdrawn, (complaint, by, now) -> complaint.withdraw(why, now));
        workflow.withdrawn(withdrawn.record().facts().id());
    }

    /** The customer comes back within 14 days of the end: the same case goes on. */
    public void reopen(String number, @Nullable Integer version, @Nullable String reason) {
        String why = needed("reason", reason, LONGEST_REASON);
        access.requireRole(number, "INTAKE_AGENT", "CALLBACK_AGENT");
        Complaint closed = open(number, version);
        acts.perform("REOPEN", closed, (complaint, by, now) -> complaint.reopen(why, now));
        CaseRecord record = closed.record();
        workflow.reopened(record.facts().id(), number, record.team(), record.owner());
    }

    /** Reminds who holds the work (催办), at most every ten minutes. */
    public void nudge(String number) {
        Complaint late = open(number, null);
        late.requireOpen();
        Instant last = timeline.last(late.record().facts().id(), EventKind.NUDGED);
        Instant now = acts.now();
        if (last != null && now.isBefore(last.plus(NUDGE_PAUSE))) {
            throw Problem.conflict("complaint.problem.nudged", number, NUDGE_PAUSE.toMinutes());
        }
        List<OpenTask> work = openWork.of(TaskKind.CASE, late.record().facts().id());
        // What managers are asked about the case is not the work that is late.
        List<String> holders = work.stream().filter(task -> !Role.DEPARTMENT_MANAGER.name().equals(task.team())).map(CaseDesk::holder).distinct().toList();
        acts.perform("NUDGE", late, (complaint, by, moment) -> complaint.record().say(EventKind.NUDGED, String.join(", ", holders)));
        events.publishEvent(new CaseNudged(late.record().facts().id(), holders, late.record().actor(), now));
        holders.forEach(holder -> events.publishEvent(new LivePageEvent("tasks", holder, 0)));
    }

    /** The customer was spoken to. @param at null for now */
    public void contacted(String number, @Nullable Integer version, @Nullable Instant at, @Nullable String text) {
        String said = limited("text", text == null ? "" : text.strip(), LONGEST_NOTE);
        Complaint spoken = open(number, version);
        access.requireWork(spoken.record());
        acts.perform("CONTACT", spoken, (complaint, by, now) -> complaint.contacted(at == null ? now : at, said.isEmpty() ? null : said, now));
        workflow.clocksMoved(spoken.record().facts().id());
    }

    private Complaint open(String number, @Nullable Integer version) {
        Complaint complaint = acts.get(access.require(number));
        if (version != null && version != complaint.record().version()) {
            throw Problem.conflict("complaint.problem.stale", number);
        }
        return complaint;
    }

    private static String holder(OpenTask task) {
        String assignee = task.assignee();
        return assignee == null ? task.team() : assignee;
    }

    private static String needed(String field, @Nullable String text, int most) {
        if (text == null || text.isBlank()) {
            throw Problem.invalid(field, "complaint.problem.required");
        }
        return limited(field, text.strip(), most);
    }

    private static String limited(String field, String text, int most) {
        if (text.length() > most) {
            throw Problem.invalid(field, "complaint.problem.long", most);
        }
        return text;
    }
}
