package org.redress.callback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.redress.customer.Customer;
import org.redress.customer.CustomerData;
import org.redress.customer.Customers;
import org.redress.shared.AuditTrail;
import org.redress.shared.FieldProblem;
import org.springframework.stereotype.Component;

/** Takes in some hundred good jobs with a handful of statements: customers, jobs, lines of the call programme, and the calls' processes. */
@Component
class JobBatch {

    private final JobTable table;
    private final CallLines lines;
    private final Customers customers;
    private final SamplingRule rule;
    private final AuditTrail audit;
    private final Clock clock;

    JobBatch(JobTable table, CallLines lines, Customers customers, SamplingRule rule, AuditTrail audit, Clock clock) {
        this.table = table;
        this.lines = lines;
        this.customers = customers;
        this.rule = rule;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param different jobs whose number is in already for something else, with what differs */
    record Outcome(int accepted, int duplicates, Map<String, List<FieldProblem>> different) {
    }

    /** @param jobs good ones, no number twice */
    Outcome write(List<ServiceJob> jobs) {
        Map<String, List<FieldProblem>> different = new HashMap<>();
        List<ServiceJob> fresh = unknown(jobs, different);
        Map<String, Long> ids = fresh.isEmpty() ? Map.of() : insert(fresh);
        if (ids.size() < fresh.size()) {
            // Some came in by another way between the look and the writing.
            unknown(fresh.stream().filter(job -> !ids.containsKey(number(job))).toList(), different);
        }
        return new Outcome(ids.size(), jobs.size() - ids.size() - different.size(), different);
    }

    private List<ServiceJob> unknown(List<ServiceJob> jobs, Map<String, List<FieldProblem>> different) {
        Map<String, ServiceJob> existing = table.existing(jobs.stream().map(JobBatch::number).toList());
        List<ServiceJob> unknown = new ArrayList<>();
        for (ServiceJob job : jobs) {
            ServiceJob known = existing.get(number(job));
            if (known == null) {
                unknown.add(job);
            } else {
                List<FieldProblem> problems = SameJob.differences(known, job);
                if (!problems.isEmpty()) {
                    different.put(number(job), problems);
                }
            }
        }
        return unknown;
    }

    private Map<String, Long> insert(List<ServiceJob> jobs) {
        Instant now = clock.instant();
        Map<String, Customer> file = customers.updateAll(jobs.stream().map(JobBatch::data).toList());
        Map<JobKind, SamplingRule.Rate> rates = new HashMap<>();
        List<JobTable.Drawn> drawn = new ArrayList<>();
        for (ServiceJob job : jobs) {
            Customer customer = Objects.requireNonNull(file.get(customer(job).account()));
            SamplingRule.Rate rate = rates.computeIfAbsent(new JobKind(Objects.requireNonNull(job.business()), customer.segment(),
                    job.warranty(), Objects.requireNonNull(job.team())), rule::rate);
            drawn.add(new JobTable.Drawn(job, customer, Sampling.picks(number(job), rate.percent()), rate));
        }
        Map<String, Long> ids = table.insert(drawn, now);
        List<NewLine> sampled = drawn.stream().filter(each -> each.sampled() && ids.containsKey(number(each.job())))
                .map(each -> line(each, ids.get(number(each.job())))).toList();
        Map<CallState, Integer> written = lines.write(sampled, null, null);
        if (!ids.isEmpty()) {
            Map<String, Object> change = new HashMap<>(Map.of("accepted", ids.size()));
            written.forEach((state, count) -> change.put(state.name(), count));
            audit.record("RECEIVE_JOBS", "CALL", number(jobs.get(0)), change);
        }
        return ids;
    }

    private static NewLine line(JobTable.Drawn drawn, long id) {
        ServiceJob job = drawn.job();
        Customer customer = drawn.customer();
        Instant doneAt = Objects.requireNonNull(job.doneAt());
        return new NewLine(id, number(job), Objects.requireNonNull(job.business()), doneAt, job.team(), job.employee(), customer.id(),
                customer.name(), customer.phone(), customer.segment(), customer.doNotCall(), customer.vipAgent(),
                doneAt.plus(Duration.ofDays(drawn.rate().windowDays())));
    }

    private static CustomerData data(ServiceJob job) {
        ServiceJob.JobCustomer customer = customer(job);
        return new CustomerData(customer.account(), customer.name(), customer.phone(), customer.segment(), null, null);
    }

    private static ServiceJob.JobCustomer customer(ServiceJob job) {
        return Objects.requireNonNull(job.customer());
    }

    private static String number(ServiceJob job) {
        return String.valueOf(job.externalId());
    }
}
