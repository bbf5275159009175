package org.redress.process;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.redress.briefing.BriefingSteps;
import org.redress.callback.FollowUpCalls;
import org.redress.callback.FollowUpCalls.CallRecord;
import org.redress.complaint.CaseSheet;
import org.redress.complaint.CaseSheets;
import org.redress.customer.Customer;
import org.redress.customer.Customers;
import org.redress.shared.Bilingual;
import org.redress.shared.web.PageTimes;
import org.redress.worklist.OpenTask;
import org.redress.worklist.TaskContext;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The facts a person needs beside the form of a task. */
@Component
class TaskContextAdapter implements TaskContext {

    private final CaseSheets sheets;
    private final FollowUpCalls calls;
    private final BriefingSteps briefings;
    private final Customers customers;
    private final MessageSource messages;
    private final Clock clock;

    TaskContextAdapter(CaseSheets sheets, FollowUpCalls calls, BriefingSteps briefings, Customers customers, MessageSource messages,
            Clock clock) {
        this.sheets = sheets;
        this.calls = calls;
        this.briefings = briefings;
        this.customers = customers;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public List<Fact> facts(OpenTask task, Locale locale) {
        List<Fact> facts = new ArrayList<>();
        switch (task.kind()) {
            case CASE -> ofCase(facts, sheets.of(task.subjectId(), task.key()), locale);
            case CALL -> ofCall(facts, calls.record(task.subjectId()), locale);
            case BRIEFING -> briefings.findings(task.subjectId()).forEach(finding -> add(facts, "numbers", finding.in(locale)));
        }
        return facts;
    }

    @Override
    public String href(OpenTask task) {
        return switch (task.kind()) {
            case CASE -> "/cases/" + task.subject();
            case CALL -> "/callbacks/" + task.id();
            case BRIEFING -> "/briefings/" + task.subjectId();
        };
    }

    private void ofCase(List<Fact> facts, CaseSheet sheet, Locale locale) {
        add(facts, "words", sheet.words());
        add(facts, "remedySought", sheet.remedySought());
        add(facts, "complainant", sheet.complainant());
        add(facts, "phone", sheet.phone());
        add(facts, "contactWay", sheet.contactWay());
        add(facts, "channel", enumeration("Channel", sheet.channel().name(), locale));
        add(facts, "outsideNumber", sheet.outsideNumber());
        add(facts, "receivedAt", moment(sheet.receivedAt(), locale));
        if (sheet.severityReasonEn() != null && sheet.severityReasonZh() != null) {
            add(facts, "severityReason", new Bilingual(sheet.severityReasonEn(), sheet.severityReasonZh()).in(locale));
        }
        add(facts, "decisionReason", sheet.decisionReason());
        add(facts, "customerStatement", sheet.customerStatement());
        add(facts, "employeeStatement", sheet.employeeStatement());
        add(facts, "finding", sheet.finding());
        add(facts, "remedies", sheet.remedies().stream().map(each -> enumeration("Remedy", each, locale)).reduce((a, b) -> a + " · " + b)
                .orElse(null));
        add(facts, "basisForResolution", sheet.basisForResolution());
        if (sheet.reopenCount() > 0) {
            add(facts, "reopenCount", String.valueOf(sheet.reopenCount()));
        }
    }

    private void ofCall(List<Fact> facts, CallRecord call, Locale locale) {
        customers.find(call.customerId()).ifPresent((Customer customer) -> {
            add(facts, "complainant", customer.name());
            add(facts, "phone", customer.phone());
            add(facts, "address", customer.address());
        });
        add(facts, "business", enumeration("Business", call.business().name(), locale));
        add(facts, "doneAt", moment(call.doneAt(), locale));
        add(facts, "employee", call.employee());
    }

    private static void add(List<Fact> facts, String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new Fact("process.fact." + label, value));
        }
    }

    private String enumeration(String type, String constant, Locale locale) {
        return messages.getMessage("enum." + type + "." + constant, null, constant, locale);
    }

    private String moment(Instant at, Locale locale) {
        return PageTimes.format(locale).format(at.atZone(clock.getZone()));
    }
}
