package org.redress.process.gate;

/** One thing the gate looks for. Taken away, it leaves a hole that no other guard closes: a test shows that for each. */
public interface Guard {

    /** When it looks: a file meets the guards of a stage only after it has passed all of the stages before. */
    Stage stage();

    /** Says what is wrong with the file; looks at nothing but the file. */
    void check(ModelFile file, Report report);

    /** As tests and the log call it. */
    default String name() {
        return getClass().getSimpleName();
    }

    /** In the order in which a file passes them. */
    enum Stage {
        /** nothing but its name and its size */ OUTSIDE,
        /** what one pass over its characters tells, before anything is built of it */ SURFACE,
        /** its elements, one by one and together */ CONTENT,
        /** what comes out when it is asked: tables the house itself relies on */ ANSWERS
    }
}
