package org.redress.process.gate;

import java.util.ArrayList;
import java.util.List;

import org.w3c.dom.Element;

/** What the guards say of one file; enough to mend it, not more than anybody reads. */
public final class Report {

    private static final int MOST = 200;

    private final String file;
    private final List<ModelProblem> problems = new ArrayList<>();

    public Report(String file) {
        this.file = file;
    }

    /** @param what last part of the key of the sentence */
    public void file(String what, Object... args) {
        element("", what, args);
    }

    void element(Element element, String what, Object... args) {
        element(ModelXml.idOf(element), what, args);
    }

    /** @param id of the element that is meant */
    public void element(String id, String what, Object... args) {
        take(List.of(ModelProblem.of(file, id, what, args)));
    }

    /** What was found beside this report. */
    public void take(List<ModelProblem> found) {
        found.stream().filter(problem -> problems.size() < MOST && !problems.contains(problem)).forEach(problems::add);
    }

    public List<ModelProblem> problems() {
        return List.copyOf(problems);
    }
}
