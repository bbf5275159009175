package org.redress.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Rules about the sources themselves; each is shown to find what it looks for. */
class SourceRulesTests {

    private static final Path MAIN = Path.of("src/main/java");
    private static final int LONGEST = 350;
    private static final Pattern LEFT_BEHIND = Pattern.compile("TODO|FIXME|catch \\([^)]*\\) \\{\\s*\\}");

    @Test
    void everyPackageIsNullMarked() throws IOException {
        for (Path folder : folders()) {
            Path info = folder.resolve("package-info.java");
            assertThat(info).as("sentence of what the room is for").exists();
            assertThat(Files.readString(info)).contains("NullMarked").contains("/**");
        }
    }

    @Test
    void classesStaySmall() throws IOException {
        for (Path source : sources()) {
            assertThat(tooLong(Files.readAllLines(source))).as(source.toString()).isFalse();
        }
        assertThat(tooLong(Stream.generate(() -> "x").limit(LONGEST + 1).toList())).isTrue();
    }

    @Test
    void nothingIsLeftBehind() throws IOException {
        for (Path source : sources()) {
            assertThat(Files.readString(source)).as(source.toString()).doesNotContainPattern(LEFT_BEHIND);
        }
        assertThat("try { x(); } catch (Exception e) { }").containsPattern(LEFT_BEHIND);
        assertThat("// TODO later").containsPattern(LEFT_BEHIND);
    }

    private static boolean tooLong(List<String> lines) {
        return lines.size() > LONGEST;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    /** Folders with classes in them, the application's own root apart. */
    private static List<Path> folders() throws IOException {
        return sources().stream().map(Path::getParent).distinct().filter(folder -> !folder.endsWith(Path.of("org", "redress"))).toList();
    }
}
