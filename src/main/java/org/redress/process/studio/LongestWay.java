package org.redress.process.studio;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

import org.camunda.bpm.model.bpmn.instance.FlowNode;

/**
 * The work on the longest way through a process. Steps that a case can come back to count once: how often it comes back is not the
 * model's to say. (Rings of steps are taken together, then the longest way through what is left is looked for.)
 */
final class LongestWay {

    private final Map<FlowNode, List<FlowNode>> next = new HashMap<>();
    private final Map<FlowNode, Integer> ring = new HashMap<>();
    private final List<List<FlowNode>> rings = new ArrayList<>();

    private LongestWay(ProcessFile process) {
        process.all(FlowNode.class).forEach(node -> next.put(node, process.next(node)));
        findRings();
    }

    static int of(ProcessFile process, ToIntFunction<FlowNode> work) {
        return new LongestWay(process).longest(work);
    }

    /** The rings come in such an order that what follows a ring stands before it. */
    private int longest(ToIntFunction<FlowNode> work) {
        int[] behind = new int[rings.size()];
        int most = 0;
        for (int i = 0; i < rings.size(); i++) {
            int after = 0;
            for (FlowNode node : rings.get(i)) {
                for (FlowNode follower : next.getOrDefault(node, List.of())) {
                    Integer other = ring.get(follower);
                    after = other == null || other == i ? after : Math.max(after, behind[other]);
                }
            }
            behind[i] = after + rings.get(i).stream().mapToInt(work).sum();
            most = Math.max(most, behind[i]);
        }
        return most;
    }

    /** Nodes that reach each other, without recursion: first the order in which they are left, then back along it (Kosaraju). */
    private void findRings() {
        List<FlowNode> left = new ArrayList<>();
        Set<FlowNode> seen = new HashSet<>();
        Map<FlowNode, List<FlowNode>> before = new HashMap<>();
        next.forEach((node, followers) -> followers.forEach(follower -> before.computeIfAbsent(follower, any -> new ArrayList<>()).add(node)));
        // along the arrows backwards first, so that the rings come out with the last ones first
        for (FlowNode start : next.keySet()) {
            walk(start, before, seen, left);
        }
        seen.clear();
        for (int i = left.size() - 1; i >= 0; i--) {
            List<FlowNode> members = new ArrayList<>();
            walk(left.get(i), next, seen, members);
            if (!members.isEmpty()) {
                members.forEach(member -> ring.put(member, rings.size()));
                rings.add(members);
            }
        }
    }

    private void walk(FlowNode start, Map<FlowNode, List<FlowNode>> arrows, Set<FlowNode> seen, List<FlowNode> left) {
        record Step(FlowNode node, java.util.Iterator<FlowNode> rest) {
        }
        if (!seen.add(start)) {
            return;
        }
        Deque<Step> way = new ArrayDeque<>();
        way.push(new Step(start, arrows.getOrDefault(start, List.of()).iterator()));
        while (!way.isEmpty()) {
            Step step = way.peek();
            if (step.rest().hasNext()) {
                FlowNode follower = step.rest().next();
                if (next.containsKey(follower) && seen.add(follower)) {
                    way.push(new Step(follower, arrows.getOrDefault(follower, List.of()).iterator()));
                }
            } else {
                left.add(way.pop().node());
            }
        }
    }
}
