package org.redress.complaint.web;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.redress.complaint.ComplaintWorkflow.Next;
import org.redress.complaint.ComplaintWorkflow.Outline;
import org.redress.complaint.PathVisit;
import org.redress.complaint.StepAnswer;
import org.redress.worklist.OpenTask;

/** Lays the path of one case over the outline of its process: done, current, ahead, never reached. */
final class ProcessView {

    private static final Set<String> SCOPES = Set.of("process", "subProcess", "eventSubProcess");

    private final Map<String, List<Integer>> orders = new HashMap<>();
    private final Map<String, List<PathVisit>> visits = new LinkedHashMap<>();
    private final Map<String, List<StepAnswer>> answers = new HashMap<>();
    private final Map<String, OpenTask> open = new HashMap<>();
    private final Map<String, Outline> elements = new LinkedHashMap<>();
    private final Map<String, String> parents = new HashMap<>();
    private final Set<String> reachable = new HashSet<>();

    /** @param number order in which it was passed; null where it was not */
    record Mark(String state, @Nullable String number, List<PathVisit> visits, List<StepAnswer> answers, @Nullable OpenTask task) {
    }

    ProcessView(Outline process, List<PathVisit> path, List<StepAnswer> given, List<OpenTask> tasks) {
        index(process, null);
        int order = 0;
        for (PathVisit visit : path) {
            visits.computeIfAbsent(visit.elementId(), unused -> new ArrayList<>()).add(visit);
            Outline element = elements.get(visit.elementId());
            if (element != null && !SCOPES.contains(element.kind())) {
                orders.computeIfAbsent(visit.elementId(), unused -> new ArrayList<>()).add(++order);
            }
        }
        given.forEach(answer -> answers.computeIfAbsent(answer.taskKey(), unused -> new ArrayList<>()).add(answer));
        tasks.forEach(task -> open.put(task.key(), task));
        reach();
    }

    Mark mark(String id) {
        List<PathVisit> passed = visits.getOrDefault(id, List.of());
        boolean here = passed.stream().anyMatch(visit -> visit.leftAt() == null);
        String state = here ? "current" : !passed.isEmpty() ? "done" : reachable.contains(id) ? "ahead" : "never";
        List<Integer> numbers = orders.getOrDefault(id, List.of());
        String number = numbers.isEmpty() ? null : String.join(", ", numbers.stream().map(String::valueOf).toList());
        return new Mark(state, number, passed, answers.getOrDefault(id, List.of()), open.get(id));
    }

    /** For the diagram: ids with what is drawn on them. */
    Map<String, Object> marks(java.util.function.Function<OpenTask, String> who) {
        List<Map<String, Object>> done = new ArrayList<>();
        List<Map<String, Object>> current = new ArrayList<>();
        List<String> ahead = new ArrayList<>();
        elements.forEach((id, element) -> {
            if (SCOPES.contains(element.kind())) {
                return;
            }
            Mark mark = mark(id);
            switch (mark.state()) {
                case "done" -> done.add(Map.of("id", id, "order", String.valueOf(mark.number())));
                case "current" -> current.add(Map.of("id", id, "who", mark.task() == null ? "" : who.apply(mark.task())));
                default -> ahead.add(id);
            }
        });
        return Map.of("done", done, "current", current, "ahead", ahead, "flows", List.of());
    }

    private void index(Outline element, @Nullable String parent) {
        elements.put(element.id(), element);
        if (parent != null) {
            parents.put(element.id(), parent);
        }
        element.children().forEach(child -> index(child, element.id()));
    }

    /** What can still come: along the flows from where the process stands, out of a sub-process behind it, into one at its start. */
    private void reach() {
        Deque<String> ahead = new ArrayDeque<>();
        visits.forEach((id, passed) -> {
            Outline element = elements.get(id);
            if (element != null && !SCOPES.contains(element.kind()) && passed.stream().anyMatch(visit -> visit.leftAt() == null)) {
                ahead.add(id);
            }
        });
        Set<String> seen = new HashSet<>(ahead);
        while (!ahead.isEmpty()) {
            String id = ahead.poll();
            Outline element = elements.get(id);
            if (element == null) {
                continue;
            }
            List<String> next = new ArrayList<>(element.next().stream().map(Next::target).toList());
            String parent = parents.get(id);
            if (next.isEmpty() && parent != null) {
                next.add(parent);
                next.addAll(elements.get(parent).next().stream().map(Next::target).toList());
            }
            element.children().stream().filter(child -> child.kind().equals("startEvent")).map(Outline::id).forEach(next::add);
            next.stream().filter(seen::add).forEach(target -> {
                reachable.add(target);
                ahead.add(target);
            });
        }
    }
}
