package org.redress.callback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.redress.customer.Customer;
import org.redress.customer.CustomerData;
import org.redress.customer.Customers;
import org.redress.shared.AuditTrail;
import org.redress.shared.FieldProblem;
import org.redress.shared.LivePageEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks, samples and writes service jobs; starts the call of every job that was picked and can still be called. */
@Service
class ServiceJobIntake implements ServiceJobs {

    private static final int BATCH = 200;

    private final JobCheck check;
    private final JobTable table;
    private final Customers customers;
    private final SamplingRule rule;
    private final CallWorkflow workflow;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ServiceJobIntake(JobCheck check, JobTable table, Customers customers, SamplingRule rule, CallWorkflow workflow, AuditTrail audit,
            ApplicationEventPublisher events, PlatformTransactionManager transactions, Clock clock) {
        this.check = check;
        this.table = table;
        this.customers = customers;
        this.rule = rule;
        this.workflow = workflow;
        this.audit = audit;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public Intake intake(List<ServiceJob> jobs) {
        List<Rejected> rejected = new ArrayList<>();
        List<ServiceJob> good = new ArrayList<>();
        for (int index = 0; index < jobs.size(); index++) {
            List<FieldProblem> problems = check.problems(jobs.get(index));
            int place = index;
            problems.forEach(problem -> rejected.add(new Rejected(place, problem)));
            if (problems.isEmpty()) {
                good.add(jobs.get(index));
            }
        }
        int accepted = 0;
        for (int from = 0; from < good.size(); from += BATCH) {
            List<ServiceJob> batch = good.subList(from, Math.min(from + BATCH, good.size()));
            accepted += Objects.requireNonNull(transaction.execute(status -> write(batch)));
        }
        return new Intake(accepted, good.size() - accepted, rejected);
    }

    @Override
    public List<FieldProblem> check(ServiceJob job) {
        return check.problems(job);
    }

    @Override
    public Set<String> known(Collection<String> externalIds) {
        return table.known(externalIds);
    }

    private int write(List<ServiceJob> batch) {
        Set<String> seen = new HashSet<>(table.known(batch.stream().map(ServiceJob::externalId).toList()));
        int accepted = 0;
        int called = 0;
        for (ServiceJob job : batch) {
            if (!seen.add(job.externalId())) {
                continue;
            }
            Customer customer = customers.update(data(job));
            SamplingRule.Rate rate = rule.rate(job.business(), customer.segment(), job.warranty());
            boolean sampled = Sampling.picks(job.externalId(), rate.percent());
            Instant now = clock.instant();
            Optional<Long> id = table.insert(job, customer, sampled, rate, now);
            if (id.isEmpty()) {
                continue;
            }
            accepted++;
            Instant windowEndsAt = job.doneAt().plus(Duration.ofDays(rate.windowDays()));
            if (sampled && windowEndsAt.isAfter(now) && isReachable(customer)) {
                workflow.start(table.openCall(id.get(), windowEndsAt), job.externalId(), namedAgent(customer, job));
                called++;
            }
        }
        if (accepted > 0) {
            audit.record("RECEIVE_JOBS", "CALL", batch.get(0).externalId(), Map.of("accepted", accepted, "calls", called));
        }
        if (called > 0) {
            events.publishEvent(new LivePageEvent("calls", "list", 0));
        }
        return accepted;
    }

    private static CustomerData data(ServiceJob job) {
        ServiceJob.JobCustomer customer = Objects.requireNonNull(job.customer());
        return new CustomerData(customer.account(), customer.name(), customer.phone(), customer.segment(), null, null);
    }

    private static boolean isReachable(Customer customer) {
        return customer.phone() != null && !customer.phone().isBlank() && !customer.doNotCall();
    }

    /** The rated employee never makes the call about their own work, be they the customer's named person or not. */
    private static @Nullable String namedAgent(Customer customer, ServiceJob job) {
        String agent = customer.vipAgent();
        return agent == null || agent.equals(job.employee()) ? null : agent;
    }
}
