package org.redress.callback;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.redress.shared.FieldProblem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks service jobs one by one and hands the good ones on, many at a time. */
@Service
class ServiceJobIntake implements ServiceJobs {

    private static final int BATCH = 500;

    private final JobCheck check;
    private final JobTable table;
    private final JobBatch batches;
    private final TransactionTemplate transaction;

    ServiceJobIntake(JobCheck check, JobTable table, JobBatch batches, PlatformTransactionManager transactions) {
        this.check = check;
        this.table = table;
        this.batches = batches;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Intake intake(List<ServiceJob> jobs) {
        List<Rejected> rejected = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        List<ServiceJob> fresh = new ArrayList<>();
        int duplicates = 0;
        for (int index = 0; index < jobs.size(); index++) {
            ServiceJob job = jobs.get(index);
            List<FieldProblem> problems = check.problems(job);
            if (problems.isEmpty()) {
                Integer first = places.putIfAbsent(String.valueOf(job.externalId()), index);
                if (first == null) {
                    fresh.add(job);
                    continue;
                }
                problems = SameJob.differences(jobs.get(first), job);
                duplicates += problems.isEmpty() ? 1 : 0;
            }
            int place = index;
            problems.forEach(problem -> rejected.add(new Rejected(place, problem)));
        }
        int accepted = 0;
        for (int from = 0; from < fresh.size(); from += BATCH) {
            List<ServiceJob> batch = fresh.subList(from, Math.min(from + BATCH, fresh.size()));
            JobBatch.Outcome outcome = Objects.requireNonNull(transaction.execute(status -> batches.write(batch)));
            accepted += outcome.accepted();
            duplicates += outcome.duplicates();
            outcome.different().forEach((number, problems) -> problems.forEach(problem -> rejected.add(
                    new Rejected(places.getOrDefault(number, 0), problem))));
        }
        rejected.sort(Comparator.comparingInt(Rejected::index));
        return new Intake(accepted, duplicates, rejected);
    }

    @Override
    public List<FieldProblem> check(ServiceJob job) {
        return check.problems(job);
    }

    @Override
    public Set<String> known(Collection<String> externalIds) {
        return table.known(externalIds);
    }
}
