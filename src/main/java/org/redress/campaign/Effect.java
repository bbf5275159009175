package org.redress.campaign;

import java.time.Period;
import java.time.YearMonth;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

import org.jspecify.annotations.Nullable;
import org.redress.campaign.Proportion.Change;

/**
 * What became of the rate that a campaign is about. Two comparisons, each with the months after the measure: with the months of the campaign's
 * jobs, and with those before them. Only the second says whether it is better than it used to be: a month that was chosen because it was bad is
 * followed by a better one by chance alone.
 *
 * @param months  oldest first
 * @param totals  all months of a phase together; phases without months are not there
 * @param decided whether a measure was decided, so that there can be an after
 */
public record Effect(Signal signal, List<Month> months, Map<Phase, Proportion> totals, boolean decided) {

    /** Where a month lies. */
    public enum Phase {
        /** 之前 */ BEFORE,
        /** The months of the jobs that the campaign asked about (专题所涉月份). */ ABOUT,
        /** From then to the month in which the measure was decided (整改中). */ MEANWHILE,
        /** Months after the one of the decision (整改后). */ AFTER
    }

    public record Month(YearMonth month, Proportion proportion, Phase phase) {
    }

    /** @param decided month of the first measure; null where none was decided */
    static Effect of(Signal signal, SortedMap<YearMonth, Proportion> counts, YearMonth from, YearMonth to, YearMonth aboutFrom, YearMonth aboutTo,
            @Nullable YearMonth decided) {
        List<Month> months = from.atDay(1).datesUntil(to.plusMonths(1).atDay(1), Period.ofMonths(1)).map(YearMonth::from)
                .map(month -> new Month(month, counts.getOrDefault(month, Proportion.NONE), phase(month, aboutFrom, aboutTo, decided))).toList();
        Map<Phase, Proportion> totals = new EnumMap<>(Phase.class);
        months.forEach(month -> totals.merge(month.phase(), month.proportion(), Proportion::plus));
        return new Effect(signal, months, Collections.unmodifiableMap(totals), decided != null);
    }

    private static Phase phase(YearMonth month, YearMonth aboutFrom, YearMonth aboutTo, @Nullable YearMonth decided) {
        if (month.isBefore(aboutFrom)) {
            return Phase.BEFORE;
        }
        if (decided != null && month.isAfter(decided) && month.isAfter(aboutTo)) {
            return Phase.AFTER;
        }
        return month.isAfter(aboutTo) ? Phase.MEANWHILE : Phase.ABOUT;
    }

    public Proportion total(Phase phase) {
        return totals.getOrDefault(phase, Proportion.NONE);
    }

    /** From the campaign's months to those after the measure. */
    public Change sinceCampaign() {
        return total(Phase.ABOUT).to(total(Phase.AFTER));
    }

    /** From the months before to those after the measure. */
    public Change sinceBefore() {
        return total(Phase.BEFORE).to(total(Phase.AFTER));
    }
}
