package org.redress.campaign;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The causes of a campaign by each source that has any, in the order of {@link CauseSource}.
 *
 * @param findings everything that was looked at
 */
public record Analysis(List<Finding> findings, Map<CauseSource, Pareto> causes) {

    static Analysis of(List<Finding> findings) {
        Map<CauseSource, Pareto> causes = new EnumMap<>(CauseSource.class);
        for (CauseSource source : CauseSource.values()) {
            Map<String, Long> counts = new TreeMap<>();
            findings.forEach(finding -> finding.causes(source).forEach(cause -> counts.merge(cause, 1L, Long::sum)));
            Pareto pareto = Pareto.of(counts);
            if (!pareto.isEmpty()) {
                causes.put(source, pareto);
            }
        }
        return new Analysis(List.copyOf(findings), Collections.unmodifiableMap(causes));
    }

    /** Those that name no cause of the source. */
    public long silent(CauseSource source) {
        return findings.stream().filter(finding -> finding.causes(source).isEmpty()).count();
    }
}
