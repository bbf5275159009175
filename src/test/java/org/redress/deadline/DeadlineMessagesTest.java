package org.redress.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every refusal of this room has a sentence in both languages. */
class DeadlineMessagesTest {

    private static final Path SOURCES = Path.of("src/main/java/org/redress/deadline");
    private static final Pattern CODE = Pattern.compile("\"(deadline\\.(?:ledger|calendar|policy)\\.[A-Za-z.]+)\"");

    private final Properties english = bundle("deadline.properties");
    private final Properties chinese = bundle("deadline_zh_CN.properties");

    @Test
    void bothBundlesHaveTheSameKeys() {
        assertThat(english.stringPropertyNames()).isNotEmpty().containsExactlyInAnyOrderElementsOf(chinese.stringPropertyNames());
        chinese.forEach((key, text) -> assertThat((String) text).as((String) key).containsPattern("\\p{IsHan}"));
    }

    @Test
    void everyCodeHasAMessageAndEveryMessageACode() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                CODE.matcher(Files.readString(file)).results().forEach(found -> used.add(found.group(1)));
            }
        }
        Stream.of(BudgetUnit.values()).forEach(unit -> used.add("deadline.unit." + unit));
        Stream.of(LedgerEvent.values()).forEach(event -> used.add("deadline.event." + event));
        assertThat(english.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void unitsReadWell() {
        assertThat(format(english, "deadline.unit.BUSINESS_DAYS", 1)).isEqualTo("1 working day");
        assertThat(format(english, "deadline.unit.BUSINESS_DAYS", 4)).isEqualTo("4 working days");
        assertThat(format(chinese, "deadline.unit.BUSINESS_DAYS", 4)).isEqualTo("4 个工作日");
    }

    private static String format(Properties bundle, String key, Object... args) {
        return new MessageFormat(bundle.getProperty(key), Locale.ROOT).format(args);
    }

    private static Properties bundle(String name) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(String.join("\n", Resources.lines("/messages/" + name))));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return properties;
    }
}
