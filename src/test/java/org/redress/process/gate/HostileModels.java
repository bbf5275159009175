package org.redress.process.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every file that must not come in, alone and in company. */
public final class HostileModels {

    /** @param expected last part of the key of a sentence that says why the set is refused, though each of its files alone is not */
    public record Company(String what, Map<String, byte[]> files, String expected) {

        @Override
        public String toString() {
            return what;
        }
    }

    private static final List<Hostile> FILES = Stream.of(HostileScripts.all(), HostileWords.all(), HostileXml.all(), HostileShapes.all(), HostileDecisions.all(),
            HostileForms.all(), tables()).flatMap(each -> each).toList();

    private HostileModels() {
    }

    public static Stream<Hostile> files() {
        return FILES.stream();
    }

    /** Tables that the house itself asks, with a gap. */
    private static Stream<Hostile> tables() {
        return Stream.of(
                Hostile.file("clock without a rule", "bpmn/sla-policy.dmn", shipped("sla-policy.dmn").replace("\"4 bd\"", "\"4 days\""), "clockTime"),
                Hostile.file("ladder without an end", "bpmn/ladder.dmn", shipped("ladder.dmn").replace("<text>75</text>", "<text>7500</text>"), "ladderShare"),
                Hostile.file("more calls than jobs", "bpmn/sampling.dmn", shipped("sampling.dmn").replace("<text>15</text>", "<text>150</text>"), "samplingRate"));
    }

    public static Stream<Company> companies() {
        return Stream.of(
                company("a form in two folders", "idInTwoFiles", "forms/a.form", form("a"), "old/a.form", form("a")),
                company("a process in two folders", "idInTwoFiles", "bpmn/p.bpmn", process("p", ""), "old/p.bpmn", process("p", "")),
                company("a helper that is a decision elsewhere", "idInTwoFiles", "bpmn/d.dmn", decision("d", "d_x"), "bpmn/d_x.dmn", decision("d_x", "d_x_y")),
                company("a process that calls itself", "callsInCircles", "bpmn/p.bpmn", process("p", call("p"))),
                company("processes that call each other", "callsInCircles", "bpmn/p.bpmn", process("p", call("q")), "bpmn/q.bpmn", process("q", call("p"))),
                company("a process that answers its own signal", "callsInCircles", "bpmn/p.bpmn", signals("p")),
                company("a loop over a call that waits for nothing", "loop", "bpmn/p.bpmn", process("p", "<bpmn:startEvent id='s'/>"
                        + "<bpmn:sequenceFlow id='f0' sourceRef='s' targetRef='x'/>" + call("q") + "<bpmn:sequenceFlow id='f1' sourceRef='x' targetRef='x'/>"),
                        "bpmn/q.bpmn", process("q", "<bpmn:startEvent id='s'/>")),
                company("a thousand files", "files", IntStream.range(0, 1_000).boxed()
                        .flatMap(i -> Stream.of("forms/f" + i + ".form", form("f" + i))).toArray(String[]::new)));
    }

    private static Company company(String what, String expected, String... namesAndFiles) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < namesAndFiles.length; i += 2) {
            files.put(namesAndFiles[i], namesAndFiles[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return new Company(what, files, expected);
    }

    private static String form(String id) {
        return Hostile.json("{'type':'default','id':'" + id + "','components':[]}");
    }

    private static String process(String id, String body) {
        return Hostile.definitions("<bpmn:process id='" + id + "' isExecutable='true'>" + body + "</bpmn:process>");
    }

    private static String call(String other) {
        return "<bpmn:callActivity id='x' calledElement='" + other + "' camunda:calledElementBinding='deployment'/>";
    }

    private static String decision(String id, String helper) {
        return Hostile.decisionDefinitions("", "<decision id='" + id + "'/><decision id='" + helper + "'/>");
    }

    private static String signals(String id) {
        return Hostile.definitions("<bpmn:signal id='s1' name='again'/><bpmn:signal id='s2' name='again'/><bpmn:process id='" + id + "' isExecutable='true'>"
                + "<bpmn:startEvent id='s'><bpmn:signalEventDefinition id='sd' signalRef='s1'/></bpmn:startEvent>"
                + "<bpmn:endEvent id='e'><bpmn:signalEventDefinition id='ed' signalRef='s2'/></bpmn:endEvent></bpmn:process>");
    }

    private static String shipped(String name) {
        try {
            return Files.readString(Path.of("bpmn", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
