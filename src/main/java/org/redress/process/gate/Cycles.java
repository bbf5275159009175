package org.redress.process.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Ways that lead back to where they began. */
final class Cycles {

    private Cycles() {
    }

    /** @return the points that lie on a way back to themselves, or between two such ways, in the order given; empty when there is none */
    static List<String> of(Map<String, Set<String>> ways) {
        Map<String, Set<String>> left = withoutDeadEnds(ways);
        Map<String, Set<String>> back = new LinkedHashMap<>();
        left.keySet().forEach(point -> back.put(point, new HashSet<>()));
        left.forEach((from, targets) -> targets.forEach(to -> {
            if (back.containsKey(to)) {
                back.get(to).add(from);
            }
        }));
        var both = withoutDeadEnds(back).keySet();
        return ways.keySet().stream().filter(both::contains).toList();
    }

    private static Map<String, Set<String>> withoutDeadEnds(Map<String, Set<String>> ways) {
        Map<String, Integer> out = new HashMap<>();
        Map<String, List<String>> into = new HashMap<>();
        List<String> ended = new ArrayList<>();
        ways.forEach((from, targets) -> {
            var real = targets.stream().filter(ways::containsKey).toList();
            out.put(from, real.size());
            real.forEach(to -> into.computeIfAbsent(to, any -> new ArrayList<>()).add(from));
            if (real.isEmpty()) {
                ended.add(from);
            }
        });
        Map<String, Set<String>> left = new LinkedHashMap<>(ways);
        while (!ended.isEmpty()) {
            var end = ended.remove(ended.size() - 1);
            left.remove(end);
            for (var before : into.getOrDefault(end, List.of())) {
                if (out.merge(before, -1, Integer::sum) == 0) {
                    ended.add(before);
                }
            }
        }
        return left;
    }
}
