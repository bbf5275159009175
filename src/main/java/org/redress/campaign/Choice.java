package org.redress.campaign;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a population comes to at this moment.
 *
 * @param jobs    all jobs of the population
 * @param jobIds  ids of service_job to be called about, in the order of the draw
 * @param leftOut every other job by its reason; with {@code jobIds} they make up {@code jobs}
 */
public record Choice(int jobs, List<Long> jobIds, Map<LeftOut, Integer> leftOut) {

    public Choice {
        jobIds = List.copyOf(jobIds);
        EnumMap<LeftOut, Integer> ordered = new EnumMap<>(LeftOut.class);
        ordered.putAll(leftOut);
        leftOut = Collections.unmodifiableMap(ordered);
    }

    public int calls() {
        return jobIds.size();
    }
}
