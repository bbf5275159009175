package org.redress.process.gate;

import com.code_intelligence.jazzer.junit.FuzzTest;

import org.junit.jupiter.params.provider.MethodSource;

/**
 * Lets Jazzer make up files, guided by what they reach in the parsers: {@code mvn test -Pfuzz -Dtest=ParsersFuzzTest#process}, one target a run. What
 * it finds it leaves under src/test/resources, where {@link ParsersTest} tries it again in every build.
 */
class ParsersFuzzTest {

    private static final String LONG = "60s";

    @MethodSource("org.redress.process.gate.ParserTargets#processes")
    @FuzzTest(maxDuration = LONG)
    void process(byte[] content) {
        ParserTargets.process(content);
    }

    @MethodSource("org.redress.process.gate.ParserTargets#decisions")
    @FuzzTest(maxDuration = LONG)
    void decision(byte[] content) {
        ParserTargets.decision(content);
    }

    @MethodSource("org.redress.process.gate.ParserTargets#forms")
    @FuzzTest(maxDuration = LONG)
    void form(byte[] content) {
        ParserTargets.form(content);
    }

    @MethodSource("org.redress.process.gate.ParserTargets#expressions")
    @FuzzTest(maxDuration = LONG)
    void expression(byte[] content) {
        ParserTargets.expression(content);
    }

    @MethodSource("org.redress.process.gate.ParserTargets#feels")
    @FuzzTest(maxDuration = LONG)
    void feel(byte[] content) {
        ParserTargets.feel(content);
    }
}
