package org.redress.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Causes by how often they were named (帕累托分析), the most frequent first; equal ones by their key, so that a page never jumps.
 *
 * @param total all namings
 */
public record Pareto(List<Bar> bars, long total) {

    private static final double MOST = 0.8;

    /** @param count how often; @param sum with all bars before it */
    public record Bar(String cause, long count, long sum) {
    }

    public Pareto {
        bars = List.copyOf(bars);
    }

    /** @param counts by the key of the cause */
    public static Pareto of(Map<String, Long> counts) {
        List<Map.Entry<String, Long>> sorted = new ArrayList<>(new TreeMap<>(counts).entrySet());
        sorted.removeIf(entry -> entry.getValue() == 0);
        sorted.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
        List<Bar> bars = new ArrayList<>();
        long sum = 0;
        for (Map.Entry<String, Long> entry : sorted) {
            sum += entry.getValue();
            bars.add(new Bar(entry.getKey(), entry.getValue(), sum));
        }
        return new Pareto(bars, sum);
    }

    public boolean isEmpty() {
        return bars.isEmpty();
    }

    /** The fewest causes that make up four fifths of all namings. */
    public List<Bar> vitalFew() {
        for (int i = 0; i < bars.size(); i++) {
            if (bars.get(i).sum() >= MOST * total) {
                return bars.subList(0, i + 1);
            }
        }
        return bars;
    }
}
