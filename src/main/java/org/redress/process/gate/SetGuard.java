package org.redress.process.gate;

import java.util.List;
import java.util.function.Function;

/** Looks at files together that each have passed alone. */
interface SetGuard {

    /** @param reports where to say what is wrong with a file */
    void check(List<ModelFile> files, Function<ModelFile, Report> reports);

    default String name() {
        return getClass().getSimpleName();
    }
}
