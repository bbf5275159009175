package org.redress.process.gate;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The gate taken apart, to show that each of its guards is needed. */
public final class GateParts {

    private GateParts() {
    }

    /** Names of all guards, in the order in which they look. */
    public static List<String> names(ModelWords words, List<? extends Guard> answers) {
        return Stream.concat(ModelGate.allGuards(words, answers).stream().map(Guard::name), SetGuards.ALL.stream().map(SetGuard::name)).toList();
    }

    /** Names of the guards that have something to say of a file in the stage in which it is refused. */
    public static Set<String> speaking(Hostile hostile, ModelWords words, List<? extends Guard> answers) {
        Set<String> speaking = new TreeSet<>();
        var file = new ModelFile(hostile.file(), hostile.content());
        for (Guard.Stage stage : Guard.Stage.values()) {
            for (Guard guard : ModelGate.allGuards(words, answers)) {
                if (guard.stage() == stage && !said(guard, file).isEmpty()) {
                    speaking.add(guard.name());
                }
            }
            if (!speaking.isEmpty()) {
                return speaking;
            }
        }
        return speaking;
    }

    private static List<ModelProblem> said(Guard guard, ModelFile file) {
        var report = new Report(file.name());
        try {
            guard.check(file, report);
        } catch (ModelFile.NotReadable e) {
            e.tell(report);
        }
        return report.problems();
    }

    /** The whole gate but for one guard. */
    public static ModelGate without(String name, ModelWords words, List<? extends Guard> answers) {
        return new ModelGate(ModelGate.allGuards(words, answers).stream().filter(guard -> !guard.name().equals(name)).toList(),
                SetGuards.ALL.stream().filter(guard -> !guard.name().equals(name)).toList());
    }
}
