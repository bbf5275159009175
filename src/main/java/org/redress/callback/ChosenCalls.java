package org.redress.callback;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.redress.shared.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens the calls of a campaign in batches. */
@Service
class ChosenCalls implements CampaignCalls {

    private static final int BATCH = 500;

    private final JobTable jobs;
    private final CallLines lines;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    ChosenCalls(JobTable jobs, CallLines lines, AuditTrail audit, PlatformTransactionManager transactions) {
        this.jobs = jobs;
        this.lines = lines;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Opened open(long campaignId, @Nullable String questionnaire, Collection<Long> jobIds, Instant windowEndsAt) {
        List<Long> ids = jobIds.stream().distinct().sorted().toList();
        Map<CallState, Integer> written = new EnumMap<>(CallState.class);
        int found = 0;
        for (int from = 0; from < ids.size(); from += BATCH) {
            List<Long> batch = ids.subList(from, Math.min(from + BATCH, ids.size()));
            found += Objects.requireNonNull(transaction.execute(status -> write(batch, campaignId, questionnaire, windowEndsAt, written)));
        }
        Map<CallState, Integer> not = new EnumMap<>(written);
        not.remove(CallState.OPEN);
        int fresh = written.values().stream().mapToInt(Integer::intValue).sum();
        return new Opened(written.getOrDefault(CallState.OPEN, 0), found - fresh, Map.copyOf(not));
    }

    private int write(List<Long> batch, long campaignId, @Nullable String questionnaire, Instant windowEndsAt, Map<CallState, Integer> written) {
        List<NewLine> chosen = jobs.lines(batch, windowEndsAt);
        Map<CallState, Integer> now = lines.write(chosen, campaignId, questionnaire);
        now.forEach((state, count) -> written.merge(state, count, Integer::sum));
        if (!now.isEmpty()) {
            audit.record("OPEN_CAMPAIGN_CALLS", "CALL", String.valueOf(campaignId),
                    now.entrySet().stream().collect(Collectors.toMap(line -> line.getKey().name(), Map.Entry::getValue)));
        }
        return chosen.size();
    }
}
