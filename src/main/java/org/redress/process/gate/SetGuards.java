package org.redress.process.gate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.redress.studio.ModelKind;
import org.w3c.dom.Element;

/** What only shows when the files of a release stand beside each other. */
final class SetGuards {

    static final List<SetGuard> ALL = List.of(new MostFiles(), new IdsOnce(), new CallsInCircles(), new LoopsThroughCalls());

    private SetGuards() {
    }

    private static List<Element> all(ModelFile file, String name) {
        return ModelXml.elements(file.document()).stream().filter(element -> ModelXml.isBpmn(element, name)).toList();
    }

    private static List<ModelFile> processes(List<ModelFile> files) {
        return files.stream().filter(file -> file.is(ModelKind.PROCESS)).toList();
    }

    static final class MostFiles implements SetGuard {

        private static final int MOST = 200;

        @Override
        public void check(List<ModelFile> files, Function<ModelFile, Report> reports) {
            if (files.size() > MOST) {
                reports.apply(files.get(MOST)).file("files", files.size(), MOST);
            }
        }
    }

    /** Who asks for a form, a process or a decision by its id gets one and not another. */
    static final class IdsOnce implements SetGuard {

        @Override
        public void check(List<ModelFile> files, Function<ModelFile, Report> reports) {
            Map<String, ModelFile> known = new HashMap<>();
            for (ModelFile file : files) {
                for (String id : ids(file)) {
                    var first = known.putIfAbsent(file.kind().orElseThrow() + id, file);
                    if (first != null) {
                        reports.apply(file).element(id, "idInTwoFiles", id, first.name());
                    }
                }
            }
        }

        private static List<String> ids(ModelFile file) {
            return file.is(ModelKind.DECISION) ? DecisionIdentity.decisions(file).stream().map(decision -> decision.getAttribute("id")).toList()
                    : List.of(file.id());
        }
    }

    /** A process that starts itself, by a call or by a signal, directly or by way of others. */
    static final class CallsInCircles implements SetGuard {

        @Override
        public void check(List<ModelFile> files, Function<ModelFile, Report> reports) {
            Map<String, Set<String>> starts = new LinkedHashMap<>();
            Map<String, Set<String>> startedBy = new HashMap<>();
            for (ModelFile file : processes(files)) {
                signals(file, "startEvent").forEach(signal -> startedBy.computeIfAbsent(signal, any -> new HashSet<>()).add(file.id()));
            }
            for (ModelFile file : processes(files)) {
                Set<String> others = all(file, "callActivity").stream().map(call -> call.getAttribute("calledElement"))
                        .collect(Collectors.toCollection(HashSet::new));
                signals(file, "intermediateThrowEvent").forEach(signal -> others.addAll(startedBy.getOrDefault(signal, Set.of())));
                signals(file, "endEvent").forEach(signal -> others.addAll(startedBy.getOrDefault(signal, Set.of())));
                starts.put(file.id(), others);
            }
            var circle = Cycles.of(starts);
            processes(files).stream().filter(file -> circle.contains(file.id()))
                    .forEach(file -> reports.apply(file).element(file.id(), "callsInCircles", String.join(", ", circle)));
        }

        /** Names of the signals that events of this kind wait for or throw. */
        private static Set<String> signals(ModelFile file, String event) {
            Map<String, String> names = all(file, "signal").stream()
                    .collect(Collectors.toMap(signal -> signal.getAttribute("id"), signal -> signal.getAttribute("name"), (one, other) -> one));
            return all(file, event).stream().flatMap(each -> ModelXml.children(each).stream())
                    .filter(definition -> ModelXml.isBpmn(definition, "signalEventDefinition"))
                    .map(definition -> definition.getAttribute("signalRef"))
                    .map(reference -> names.getOrDefault(reference.substring(reference.indexOf(':') + 1), reference))
                    .collect(Collectors.toSet());
        }
    }

    /** A loop over a call of a process that itself waits for nothing. */
    static final class LoopsThroughCalls implements SetGuard {

        @Override
        public void check(List<ModelFile> files, Function<ModelFile, Report> reports) {
            Map<String, Element> processes = processes(files).stream().collect(Collectors.toMap(ModelFile::id, file -> all(file, "process").get(0),
                    (one, other) -> one));
            Map<String, Boolean> known = new HashMap<>();
            for (ModelFile file : processes(files)) {
                var loop = new FlowGraph(processes.get(file.id()), called -> runsThrough(called, processes, known)).loop();
                if (!loop.isEmpty()) {
                    reports.apply(file).element(loop.get(0), "loop", String.join(", ", loop.subList(0, Math.min(6, loop.size()))));
                }
            }
        }

        /** A process that is looked at already counts as waiting: it calls itself, which is told as such. */
        private static boolean runsThrough(String called, Map<String, Element> processes, Map<String, Boolean> known) {
            var process = processes.get(called);
            if (process != null && known.putIfAbsent(called, false) == null) {
                known.put(called, new FlowGraph(process, next -> runsThrough(next, processes, known)).runsThrough());
            }
            return known.getOrDefault(called, false);
        }
    }
}
