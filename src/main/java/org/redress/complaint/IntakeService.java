package org.redress.complaint;

import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.redress.customer.Customer;
import org.redress.customer.CustomerData;
import org.redress.customer.Customers;
import org.redress.deadline.Severity;
import org.redress.shared.CurrentActor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Captures a complaint: customer, case, timeline, audit line and process in one transaction. */
@Service
class IntakeService implements ComplaintIntake {

    private final IntakeLookup lookup;
    private final Customers customers;
    private final NewCases newCases;
    private final ComplaintRepository cases;
    private final CaseActs acts;
    private final ComplaintWorkflow workflow;
    private final CurrentActor actor;
    private final ApplicationEventPublisher events;

    IntakeService(IntakeLookup lookup, Customers customers, NewCases newCases, ComplaintRepository cases, CaseActs acts,
            ComplaintWorkflow workflow, CurrentActor actor, ApplicationEventPublisher events) {
        this.lookup = lookup;
        this.customers = customers;
        this.newCases = newCases;
        this.cases = cases;
        this.acts = acts;
        this.workflow = workflow;
        this.actor = actor;
        this.events = events;
    }

    @Override
    @Transactional
    public Captured capture(CaptureComplaint complaint) {
        Instant now = acts.now();
        IntakeLookup.Known known = lookup.find(complaint);
        if (known.captured() != null) {
            return known.captured();
        }
        IntakeCheck.check(complaint, known, now);
        Customer customer = register(complaint.customer());
        NewCases.Contact contact = NewCases.Contact.of(complaint.customer(), customer);
        Severity severity = complaint.severity() == null ? Severity.S3 : complaint.severity();
        String by = actor.get().username();
        CaseFacts facts = newCases.insert(complaint, known, customer, severity, by, now);
        Complaint captured = cases.captured(facts, severity, by);
        acts.perform("CAPTURE", captured,
                (record, who, moment) -> {
                    record.record().say(EventKind.CAPTURED, facts.channel(), who);
                    if (!blank(complaint.note())) {
                        record.record().say(EventKind.NOTE, complaint.note());
                    }
                });
        workflow.start(facts.id(), facts.number(), facts(complaint, known.category(), customer));
        events.publishEvent(new CaseCaptured(facts.id(), facts.number(), facts.complainant(), contact.phone(), contact.email(),
                contact.language(), complaint.source()));
        return new Captured(facts.id(), facts.number(), false);
    }

    private @Nullable Customer register(@Nullable CustomerData data) {
        if (data == null || blank(data.account()) && blank(data.phone()) && blank(data.name())) {
            return null;
        }
        // A stranger's words must not write into somebody's file: a later link would go to the address they left there.
        return actor.get().isCustomer() ? customers.recognise(data).orElse(null) : customers.register(data);
    }

    private static SeverityFacts facts(CaptureComplaint complaint, @Nullable Category category, @Nullable Customer customer) {
        return new SeverityFacts(words(complaint.summary(), complaint.words()), complaint.channel().name(),
                NewCases.segment(complaint.customer(), customer).name(), text(complaint.category()),
                category == null ? "" : category.categoryClass().name(),
                area(complaint, customer),
                complaint.business() == null ? "" : complaint.business().name(), complaint.safety(), complaint.media(),
                complaint.groupSize(), complaint.repeatOf() != null,
                complaint.severity() == null ? "" : complaint.severity().name(), complaint.sourceTeam());
    }

    private static String area(CaptureComplaint complaint, @Nullable Customer customer) {
        return text(NewCases.told(complaint.customer(), CustomerData::area, customer, Customer::area)).toLowerCase(Locale.ROOT);
    }

    static String words(@Nullable String summary, @Nullable String words) {
        return (text(summary) + " " + text(words)).strip();
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
