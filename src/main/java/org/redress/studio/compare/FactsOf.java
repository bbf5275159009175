package org.redress.studio.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lays the elements of two files beside one another. */
final class FactsOf {

    private FactsOf() {
    }

    /** @param ordered whether it matters in which order they stand in the file */
    static List<ElementDifference> differences(Map<String, Facts> before, Map<String, Facts> after, boolean ordered) {
        List<String> stayed = after.keySet().stream().filter(before::containsKey).toList();
        List<String> inOrder = ordered ? InOrder.longest(before.keySet().stream().filter(after::containsKey).toList(), stayed) : stayed;
        List<ElementDifference> found = new ArrayList<>();
        after.forEach((id, now) -> {
            Facts was = before.get(id);
            if (was == null) {
                found.add(new ElementDifference(How.ADDED, id, now.type(), now.name(id), new Facts(now.type()).differences(now)));
                return;
            }
            List<PropertyDifference> properties = was.differences(now);
            if (!properties.isEmpty()) {
                found.add(new ElementDifference(How.CHANGED, id, now.type(), now.name(id), properties));
            } else if (!was.isDrawnAs(now) || !inOrder.contains(id)) {
                found.add(new ElementDifference(How.LAYOUT, id, now.type(), now.name(id), List.of()));
            }
        });
        before.forEach((id, was) -> {
            if (!after.containsKey(id)) {
                found.add(new ElementDifference(How.REMOVED, id, was.type(), was.name(id), List.of()));
            }
        });
        return found;
    }
}
