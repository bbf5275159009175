package org.redress.demo;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.redress.callback.SamplingRule;
import org.redress.complaint.SeverityRule;
import org.redress.deadline.Calendars;
import org.redress.deadline.WorkingCalendar;
import org.redress.shared.AuditTrail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Fifteen months of work that is over, so that figures, briefings and a year-on-year comparison have something to show on the first day. It goes
 * into the tables in a few statements and past the engine: nothing of it is open.
 */
@Component
@ConditionalOnProperty(name = "redress.demo", havingValue = "true")
class DemoMonths {

    private static final Logger LOG = LoggerFactory.getLogger(DemoMonths.class);

    private final PastJobTables jobTables;
    private final PastCaseTables caseTables;
    private final DemoQuestions questions;
    private final DemoCampaign campaign;
    private final SamplingRule sampling;
    private final SeverityRule severities;
    private final Calendars calendars;
    private final AuditTrail audit;
    private final Clock clock;

    DemoMonths(PastJobTables jobTables, PastCaseTables caseTables, DemoQuestions questions, DemoCampaign campaign,
            SamplingRule sampling, SeverityRule severities, Calendars calendars, AuditTrail audit,
            Clock clock) {
        this.jobTables = jobTables;
        this.caseTables = caseTables;
        this.questions = questions;
        this.campaign = campaign;
        this.sampling = sampling;
        this.severities = severities;
        this.calendars = calendars;
        this.audit = audit;
        this.clock = clock;
    }

    /** All or nothing; the second time it changes nothing. */
    @Transactional
    void load() {
        if (caseTables.isThere()) {
            return;
        }
        Instant now = clock.instant();
        WorkingCalendar calendar = calendars.current();
        List<PastJob> jobs = new PastMonths(sampling, calendar, now).draw();
        jobTables.customers(PastCustomer.all());
        jobTables.jobs(jobs);
        jobTables.calls(jobs);
        List<PastCase> cases = new PastCases(severities, calendar, now).of(jobs);
        caseTables.write(cases, calendar.zone().getId());
        questions.load();
        campaign.load(jobs, calendar, now);
        jobTables.evaluations(jobs);
        audit.record("RECEIVE_JOBS", "CALL", jobs.get(0).number(), Map.of("accepted", jobs.size(), "cases", cases.size()));
        LOG.info("The demo company has a past: {} jobs, {} complaints", jobs.size(), cases.size());
    }
}
