package org.redress.process.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What Jazzer starts from and what it has found, and some thousand files bent at random, always the same ones. */
class ParsersTest {

    private static final Path FOUND = Path.of("src/test/resources/org/redress/process/gate/ParsersFuzzTestInputs");
    private static final long SEED = 5;
    private static final int BENT = 400;

    static Stream<Arguments> targets() {
        return Stream.of(target("process", ParserTargets::process, ParserTargets.processes()), target("decision", ParserTargets::decision, ParserTargets.decisions()),
                target("form", ParserTargets::form, ParserTargets.forms()), target("expression", ParserTargets::expression, ParserTargets.expressions()),
                target("feel", ParserTargets::feel, ParserTargets.feels()));
    }

    private static Arguments target(String name, Consumer<byte[]> target, Stream<byte[]> seeds) {
        return arguments(name, target, seeds.toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("targets")
    void holdsForWhatJazzerStartsFromAndHasFound(String name, Consumer<byte[]> target, List<byte[]> seeds) throws IOException {
        assertThat(seeds).isNotEmpty();
        for (byte[] content : seeds) {
            assertThatCode(() -> target.accept(content)).doesNotThrowAnyException();
        }
        Path found = FOUND.resolve(name);
        if (Files.isDirectory(found)) {
            try (Stream<Path> files = Files.list(found)) {
                files.forEach(file -> assertThatCode(() -> target.accept(ParserTargets.read(file))).as(file.toString()).doesNotThrowAnyException());
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("targets")
    void holdsForFilesBentAtRandom(String name, Consumer<byte[]> target, List<byte[]> seeds) {
        Random random = new Random(SEED);
        List<byte[]> small = seeds.stream().filter(seed -> seed.length < 40_000).toList();
        for (int i = 0; i < BENT; i++) {
            byte[] bent = bend(small.get(random.nextInt(small.size())), small.get(random.nextInt(small.size())), random);
            assertThatCode(() -> target.accept(bent)).as(() -> name + ": " + new String(bent)).doesNotThrowAnyException();
        }
    }

    /** Some bytes changed, a piece repeated, a piece of another file put in. */
    private static byte[] bend(byte[] file, byte[] other, Random random) {
        if (file.length == 0 || other.length == 0) {
            return new byte[random.nextInt(4)];
        }
        byte[] bent = Arrays.copyOf(file, file.length);
        for (int i = random.nextInt(4); i > 0; i--) {
            bent[random.nextInt(bent.length)] = (byte) random.nextInt(256);
        }
        int at = random.nextInt(bent.length);
        int from = random.nextInt(other.length);
        byte[] piece = Arrays.copyOfRange(other, from, Math.min(other.length, from + random.nextInt(60)));
        byte[] spliced = Arrays.copyOf(bent, bent.length + piece.length);
        System.arraycopy(piece, 0, spliced, at, piece.length);
        System.arraycopy(bent, at, spliced, at + piece.length, bent.length - at);
        return spliced;
    }

    @Test
    void patternsThatGrowWithTheTextPassAndOthersDoNot() {
        assertThat(List.of("^RD-\\d{4}-\\d{6}$", "^[^@]+@[^@]+\\.[^@]+$", "[a-z]{2,5}", "(abc)+", "a?b*c+", "(a|b)?c", "[()*+]+", "\\(\\d+\\)", "", "[\\]a]+"))
                .allMatch(SafePattern::allows);
        assertThat(List.of("(a+)+", "(a|aa)*", "((a)+)*", "(a)\\1", "a*b*c*d*e*", "(", "[", "(a{2,9}){3,9}", "\\Q(a+)+\\E", "x".repeat(201)))
                .noneMatch(SafePattern::allows);
    }

    @Test
    void whoTakesTooLongIsNotWaitedFor() {
        var gone = TimeLimit.within(Duration.ofMillis(20), () -> {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
            return "late";
        });
        assertThat(gone).isEmpty();
        assertThat(TimeLimit.within(Duration.ofSeconds(5), () -> "in time")).contains("in time");
        assertThatCode(() -> TimeLimit.within(Duration.ofSeconds(5), () -> Integer.parseInt("x"))).isInstanceOf(NumberFormatException.class);
        assertThat(TimeLimit.within(Duration.ofSeconds(5), () -> deeper(1))).isEmpty();
    }

    private static int deeper(int level) {
        return level + deeper(level + 1);
    }
}
