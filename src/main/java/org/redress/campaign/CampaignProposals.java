package org.redress.campaign;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;

import org.redress.shared.AuditTrail;
import org.redress.shared.Business;
import org.redress.shared.CurrentActor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks for kinds of service whose rate stands out (see {@link ControlChart}) and proposes a campaign for each, once. The last two full months are
 * looked at, since calls and complaints about a job come for some weeks.
 */
@Service
public class CampaignProposals {

    private static final int MONTHS = 2;

    private final SignalTable signals;
    private final CampaignTable campaigns;
    private final AuditTrail audit;
    private final CurrentActor actor;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CampaignProposals(SignalTable signals, CampaignTable campaigns, AuditTrail audit, CurrentActor actor, TransactionTemplate transaction, Clock clock) {
        this.signals = signals;
        this.campaigns = campaigns;
        this.audit = audit;
        this.actor = actor;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Changes nothing where a proposal of the same kind, measure and month was made before, whatever became of it. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT3H")
    public void look() {
        YearMonth last = YearMonth.from(clock.instant().atZone(signals.zone())).minusMonths(1);
        YearMonth first = last.minusMonths(MONTHS - 1L + ControlChart.LONGEST);
        for (Signal signal : Signal.values()) {
            signals.count(signal, null, null, first, last).forEach((business, months) -> IntStream.range(0, MONTHS)
                    .mapToObj(last::minusMonths).forEach(month -> propose(business, signal, month, months)));
        }
    }

    private void propose(Business business, Signal signal, YearMonth month, SortedMap<YearMonth, Proportion> months) {
        ControlChart chart = chart(month, months);
        if (chart.standsOut()) {
            transaction.executeWithoutResult(status -> {
                if (campaigns.propose(business, signal, month, chart, actor.get().username(), clock.instant())) {
                    ControlChart.Point point = chart.last();
                    audit.record("PROPOSE_CAMPAIGN", "CAMPAIGN", business + " " + signal + " " + month,
                            Map.of("count", point.count(), "of", point.of(), "limit", chart.limit(point.of())));
                }
            });
        }
    }

    /** From the first month with anything in it, at most {@value ControlChart#LONGEST} before. */
    static ControlChart chart(YearMonth month, SortedMap<YearMonth, Proportion> months) {
        List<ControlChart.Point> points = IntStream.rangeClosed(0, ControlChart.LONGEST)
                .mapToObj(i -> month.minusMonths(ControlChart.LONGEST - (long) i))
                .dropWhile(each -> each.isBefore(month) && months.getOrDefault(each, Proportion.NONE).isEmpty())
                .map(each -> {
                    Proportion share = months.getOrDefault(each, Proportion.NONE);
                    return new ControlChart.Point(each, share.count(), share.of());
                }).toList();
        return new ControlChart(points);
    }
}
