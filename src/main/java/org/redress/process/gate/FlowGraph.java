package org.redress.process.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** The elements of one process or sub-process, and where a case can get from each of them without anybody or anything to wait for. */
final class FlowGraph {

    private static final Set<String> WAITING = Set.of("userTask", "receiveTask");
    private static final Set<String> WORKING = Set.of("serviceTask", "sendTask", "businessRuleTask");
    private static final Set<String> SCOPES = Set.of("process", "subProcess");

    private final Map<String, Element> nodes = new LinkedHashMap<>();
    private final Map<String, List<String>> flows = new HashMap<>();
    private final Map<String, List<Element>> attached = new HashMap<>();
    private final Map<String, FlowGraph> inside = new HashMap<>();
    private final Predicate<String> passingCalls;
    /** Asked from every scope around this one, so worked out once. */
    private @Nullable Set<String> reached;
    private @Nullable Boolean runsThrough;
    private final Map<String, Boolean> thrown = new HashMap<>();

    /** @param passingCalls whether a process of that id can run through without waiting */
    FlowGraph(Element scope, Predicate<String> passingCalls) {
        this.passingCalls = passingCalls;
        for (Element child : ModelXml.children(scope)) {
            var id = child.getAttribute("id");
            if (ModelXml.isBpmn(child, "sequenceFlow")) {
                flows.computeIfAbsent(child.getAttribute("sourceRef"), any -> new ArrayList<>()).add(child.getAttribute("targetRef"));
            } else if (ModelXml.BPMN.equals(child.getNamespaceURI()) && !id.isEmpty()) {
                nodes.put(id, child);
                attached.computeIfAbsent(child.getAttribute("attachedToRef"), any -> new ArrayList<>()).add(child);
                if (SCOPES.contains(child.getLocalName())) {
                    inside.put(id, new FlowGraph(child, passingCalls));
                }
            }
        }
    }

    /** Ids of elements of a way that leads back to itself without a wait on it; empty when there is none. Also inside sub-processes. */
    List<String> loop() {
        for (FlowGraph sub : inside.values()) {
            var loop = sub.loop();
            if (!loop.isEmpty()) {
                return loop;
            }
        }
        Map<String, Set<String>> ways = new LinkedHashMap<>();
        nodes.keySet().forEach(id -> ways.put(id, new HashSet<>(next(id))));
        return Cycles.of(ways);
    }

    /** Whether a case can get from a start to an end without waiting. */
    boolean runsThrough() {
        if (runsThrough == null) {
            runsThrough = reached().stream().anyMatch(id -> !flows.containsKey(id) && passes(id));
        }
        return runsThrough;
    }

    private Set<String> reached() {
        if (reached == null) {
            reached = reachedWithoutWaiting();
        }
        return reached;
    }

    private Set<String> reachedWithoutWaiting() {
        Set<String> found = new HashSet<>();
        List<String> open = new ArrayList<>(nodes.values().stream()
                .filter(node -> node.getLocalName().equals("startEvent") && definition(node).isEmpty()).map(node -> node.getAttribute("id")).toList());
        while (!open.isEmpty()) {
            var id = open.remove(open.size() - 1);
            if (nodes.containsKey(id) && found.add(id)) {
                open.addAll(next(id));
            }
        }
        return found;
    }

    private List<String> next(String id) {
        List<String> next = new ArrayList<>(passes(id) ? flows.getOrDefault(id, List.of()) : List.of());
        attached.getOrDefault(id, List.of()).stream().filter(event -> interruptsAtOnce(event, id)).forEach(event -> next.add(event.getAttribute("id")));
        return next;
    }

    private boolean passes(String id) {
        var node = nodes.get(id);
        return switch (node.getLocalName()) {
            case "intermediateCatchEvent" -> firesAtOnce(node);
            case "subProcess" -> !node.getAttribute("triggeredByEvent").equals("true") && inside.get(id).runsThrough();
            case "callActivity" -> passingCalls.test(node.getAttribute("calledElement"));
            default -> !WAITING.contains(node.getLocalName());
        };
    }

    private boolean interruptsAtOnce(Element event, String host) {
        var definition = definition(event);
        if (!definition.equals("errorEventDefinition") && !definition.equals("escalationEventDefinition")) {
            return firesAtOnce(event);
        }
        var around = nodes.get(host);
        var sub = inside.get(host);
        return around != null && (WORKING.contains(around.getLocalName()) || sub != null && sub.throwsAtOnce(definition));
    }

    private boolean throwsAtOnce(String definition) {
        Boolean known = thrown.get(definition);
        if (known == null) {
            known = reached().stream().anyMatch(id -> definition(nodes.get(id)).equals(definition)
                    || WORKING.contains(nodes.get(id).getLocalName()) || inside.containsKey(id) && inside.get(id).throwsAtOnce(definition));
            thrown.put(definition, known);
        }
        return known;
    }

    /** A condition can be true already, a day can be over already, and a few seconds are no wait. */
    private static boolean firesAtOnce(Element event) {
        return switch (definition(event)) {
            case "conditionalEventDefinition" -> true;
            case "timerEventDefinition" -> ModelXml.children(event).stream().flatMap(definition -> ModelXml.children(definition).stream())
                    .anyMatch(FlowGraph::isNoWait);
            default -> false;
        };
    }

    private static boolean isNoWait(Element timer) {
        var said = ModelXml.ownText(timer).strip();
        return switch (timer.getLocalName()) {
            case "timeDate" -> !Timers.isExpression(said);
            case "timeDuration" -> !Timers.isExpression(said)
                    && Timers.duration(said).filter(each -> each.compareTo(Timers.SHORTEST) >= 0).isEmpty();
            default -> false;
        };
    }

    /** What the event waits for or throws; empty for one without. */
    private static String definition(Element event) {
        return ModelXml.children(event).stream().map(Element::getLocalName).filter(name -> name.endsWith("EventDefinition")).findFirst().orElse("");
    }
}
