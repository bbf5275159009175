package org.redress.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.redress.deadline.Severity;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.FileSystemResource;

/** Every sentence exists in both languages, every key that is named exists, none is left over; each rule is shown to find what it looks for. */
class MessagesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path JAVA = Path.of("src/main/java");

    private final List<String> twice = new ArrayList<>();
    private final Map<String, String> english = new TreeMap<>();
    private final Map<String, String> chinese = new TreeMap<>();

    MessagesTest() throws IOException {
        for (String bundle : bundles()) {
            add(bundle + ".properties", english);
            add(bundle + "_zh_CN.properties", chinese);
        }
    }

    @Test
    void everySentenceStandsInBothLanguages() {
        assertThat(english).isNotEmpty();
        assertThat(Messages.differences(english, chinese)).isEmpty();
    }

    @Test
    void noKeyStandsTwice() {
        assertThat(twice).isEmpty();
    }

    @Test
    void everyBundleIsListed() throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES.resolve("messages"))) {
            var names = files.map(file -> "messages/" + file.getFileName().toString().replaceFirst("(_zh_CN)?\\.properties$", ""))
                    .collect(Collectors.toSet());
            assertThat(bundles()).containsAll(names);
        }
    }

    @Test
    void everyKeyThatIsNamedExists() throws IOException {
        assertThat(Messages.unknown(english.keySet(), sources(RESOURCES.resolve("templates"), ".html"), sources(JAVA, ".java"))).isEmpty();
    }

    @Test
    void noKeyIsLeftOver() throws IOException {
        var used = sources(RESOURCES.resolve("templates"), ".html") + sources(JAVA, ".java");
        assertThat(Messages.unused(english.keySet(), used)).isEmpty();
    }

    @Test
    void everyConstantOfANamedEnumerationHasItsName() throws Exception {
        var named = english.keySet().stream().filter(key -> key.startsWith("enum.")).map(key -> key.split("\\.")[1]).collect(Collectors.toSet());
        for (Class<? extends Enum<?>> type : enumerations(named)) {
            assertThat(Messages.nameless(type, english.keySet())).isEmpty();
        }
    }

    @Test
    void faultsAreFound() throws IOException {
        var sample = Messages.read("a=Yes\nb=Of {0}\nc=\nd=It's {0}\ne=Not done yet\nf=Only here\ng=Fine");
        var other = Messages.read("a=是\nb=共\nc=空\nd=它 {0}\ne=Not done yet\nh=多余\ng=好");
        assertThat(Messages.differences(sample, other)).hasSize(6)
                .anyMatch(fault -> fault.startsWith("other places") && fault.endsWith(" b"))
                .anyMatch(fault -> fault.startsWith("empty") && fault.endsWith(" c"))
                .anyMatch(fault -> fault.startsWith("a single apostrophe") && fault.endsWith(" d"))
                .anyMatch(fault -> fault.startsWith("not translated") && fault.endsWith(" e"))
                .anyMatch(fault -> fault.equals("no Chinese: f"))
                .anyMatch(fault -> fault.equals("no English: h"));

        var doubled = new ArrayList<String>();
        Messages.read("sample", new StringReader("a=1\na=2"), doubled);
        assertThat(doubled).containsExactly("sample: twice: a");
    }

    @Test
    void keysThatNothingHasOrNothingNamesAreFound() {
        var keys = Set.of("page.title", "page.old", "enum.Severity.S1");
        assertThat(Messages.unknown(keys, "<p th:text=\"#{page.title}\">#{page.gone(${x})}</p>",
                "throw Problem.notFound(\"page.lost\", number); FieldProblem.of(\"name\", \"page.blank\")"))
                .containsExactly("page.blank", "page.gone", "page.lost");
        assertThat(Messages.unused(keys, "#{page.title} #{|enum.Severity.${level}|}")).containsExactly("page.old");
        assertThat(Messages.nameless(Severity.class, keys)).containsExactly("enum.Severity.S2", "enum.Severity.S3", "enum.Severity.S4");
    }

    private static List<String> bundles() {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new FileSystemResource(RESOURCES.resolve("application.yaml")));
        return List.of(String.valueOf(yaml.getObject().getProperty("spring.messages.basename")).split("\\s*,\\s*"));
    }

    private void add(String file, Map<String, String> all) throws IOException {
        var path = RESOURCES.resolve(file);
        if (!Files.exists(path)) {
            return;
        }
        try (var text = Files.newBufferedReader(path)) {
            Messages.read(file, text, twice).forEach((key, value) -> {
                if (all.put(key, value) != null) {
                    twice.add(file + ": also in another bundle: " + key);
                }
            });
        }
    }

    private static String sources(Path root, String ending) throws IOException {
        var all = new StringBuilder();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(each -> each.toString().endsWith(ending)).toList()) {
                // what a comment names is not used
                all.append(Files.readString(file).replaceAll("(?s)<!--.*?-->", "")).append('\n');
            }
        }
        return all.toString();
    }

    @SuppressWarnings("unchecked")
    private static List<Class<? extends Enum<?>>> enumerations(Set<String> names) throws IOException, ClassNotFoundException {
        var found = new ArrayList<Class<? extends Enum<?>>>();
        try (Stream<Path> files = Files.walk(JAVA)) {
            for (Path file : files.filter(each -> names.contains(each.getFileName().toString().replace(".java", ""))).toList()) {
                var type = Class.forName(JAVA.relativize(file).toString().replace(".java", "").replace(file.getFileSystem().getSeparator(), "."));
                if (type.isEnum()) {
                    found.add((Class<? extends Enum<?>>) type);
                }
            }
        }
        return found;
    }
}
