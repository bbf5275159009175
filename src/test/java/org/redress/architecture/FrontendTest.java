package org.redress.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The browser code: where its packages come from is nobody's secret address, its versions are fixed, its modules small. */
class FrontendTest {

    private static final Path ROOT = Path.of("src/main/frontend");
    private static final int LONGEST = 150;
    private static final Pattern DOWNLOAD = Pattern.compile("\"resolved\"\\s*:|\\.tgz");
    private static final Pattern EXACT = Pattern.compile("\\d+\\.\\d+\\.\\d+");

    @Test
    void theLockfileNamesNoDownloadAddress() throws IOException {
        assertThat(addresses(Files.readString(ROOT.resolve("package-lock.json")))).isEmpty();
        assertThat(addresses("\"resolved\": \"https://registry.example/x.tgz\"")).isNotEmpty();
        assertThat(Files.readString(ROOT.resolve(".npmrc"))).contains("omit-lockfile-registry-resolved=true");
    }

    @Test
    void everyPackageHasOneExactVersion() throws IOException {
        var manifest = new ObjectMapper().readTree(ROOT.resolve("package.json").toFile());
        assertThat(loose(manifest)).isEmpty();
        assertThat(loose(new ObjectMapper().readTree("{\"dependencies\": {\"a\": \"^1.0.0\", \"b\": \"1.0.0\"}}"))).containsExactly("a");
    }

    @Test
    void modulesStaySmall() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("src"))) {
            var modules = files.filter(file -> file.toString().endsWith(".js")).toList();
            assertThat(modules).isNotEmpty().allSatisfy(module -> assertThat(tooLong(Files.readAllLines(module))).as(module.toString()).isFalse());
        }
        assertThat(tooLong(Stream.generate(() -> "x").limit(LONGEST).toList())).isTrue();
    }

    private static List<String> addresses(String lockfile) {
        return lockfile.lines().filter(line -> DOWNLOAD.matcher(line).find()).toList();
    }

    private static List<String> loose(JsonNode manifest) {
        return Stream.of("dependencies", "devDependencies").flatMap(kind -> manifest.path(kind).properties().stream())
                .filter(entry -> !EXACT.matcher(entry.getValue().asText()).matches()).map(Map.Entry::getKey).toList();
    }

    private static boolean tooLong(List<String> lines) {
        return lines.size() >= LONGEST;
    }
}
