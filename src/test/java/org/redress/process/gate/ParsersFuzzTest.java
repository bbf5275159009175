package org.redress.process.gate;

import com.code_intelligence.jazzer.junit.FuzzTest;

import org.junit.jupiter.params.provider.MethodSource;

/**
 * Lets Jazzer make up files, guided by what they reach in the parsers: {@code mvn test -Pfuzz -Dtest=ParsersFuzzTest#process}, one target a run. What
 * it finds it leaves under src/test/resources, where {@link ParsersTest} tries it again in every build.
 */
class ParsersFuzzTest {

    private static final String LONG = "60s";

    @FuzzTest(maxDuration = LONG)
    @MethodSource("org.redress.process.gate.ParserTargets#processes")
    void process(byte[] content) {
        ParserTargets.process(content);
    }

    @FuzzTest(maxDuration = LONG)
    @MethodSource("org.redress.process.gate.ParserTargets#decisions")
    void decision(byte[] content) {
        ParserTargets.decision(content);
    }

    @FuzzTest(maxDuration = LONG)
    @MethodSource("org.redress.process.gate.ParserTargets#forms")
    void form(byte[] content) {
        ParserTargets.form(content);
    }

    @FuzzTest(maxDuration = LONG)
    @MethodSource("org.redress.process.gate.ParserTargets#expressions")
    void expression(byte[] content) {
        ParserTargets.expression(content);
    }

    @FuzzTest(maxDuration = LONG)
    @MethodSource("org.redress.process.gate.ParserTargets#feels")
    void feel(byte[] content) {
        ParserTargets.feel(content);
    }
}
