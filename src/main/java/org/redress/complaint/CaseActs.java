package org.redress.complaint;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

import org.redress.shared.AuditTrail;
import org.redress.shared.CurrentActor;
import org.redress.shared.LivePageEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Performs an act on a case: the change itself, its audit line, and word to open pages; the case is written before the commit. */
@Component
class CaseActs {

    private final ComplaintRepository cases;
    private final AuditTrail audit;
    private final CurrentActor actor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseActs(ComplaintRepository cases, AuditTrail audit, CurrentActor actor, ApplicationEventPublisher events, Clock clock) {
        this.cases = cases;
        this.audit = audit;
        this.actor = actor;
        this.events = events;
        this.clock = clock;
    }

    /** What is done to the case, by whom and when. */
    interface Change {

        void apply(Complaint complaint, String by, Instant now);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    Complaint get(long id) {
        return cases.get(id);
    }

    Complaint get(String number) {
        return cases.get(number);
    }

    void perform(String act, Complaint complaint, Change change) {
        CaseState before = complaint.record().state();
        int said = complaint.record().events().size();
        unaudited(complaint, change);
        Map<String, Object> told = new LinkedHashMap<>();
        CaseState after = complaint.record().state();
        if (after != before) {
            told.put("from", before.name());
            told.put("to", after.name());
        }
        complaint.record().events().stream().skip(said).forEach(event -> told.putAll(event.data()));
        audit.record(act, "CASE", complaint.number(), told);
        announce(complaint);
        cases.changed(complaint);
        if (after != before) {
            events.publishEvent(new CaseMoved(complaint.record().facts().id(), complaint.number(), before, after,
                    complaint.record().counted("reopen_count")));
        }
    }

    /** What another act's audit line tells already. */
    void quietly(Complaint complaint, Change change) {
        unaudited(complaint, change);
        cases.changed(complaint);
    }

    private void unaudited(Complaint complaint, Change change) {
        Instant now = now();
        String by = actor.get().username();
        complaint.record().by(by, now);
        change.apply(complaint, by, now);
    }

    private void announce(Complaint complaint) {
        if (complaint.record().announce()) {
            events.publishEvent(new LivePageEvent("case", complaint.number(), complaint.record().nextVersion()));
        }
    }
}
