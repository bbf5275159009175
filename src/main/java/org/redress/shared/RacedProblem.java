package org.redress.shared;

import java.util.List;

/** 409: somebody else, or a timer, wrote the same thing at the same moment. Nothing was done; trying again may succeed. */
public final class RacedProblem extends Problem {

    public RacedProblem(String key, Object... args) {
        super(409, key, List.of(args), List.of());
    }
}
