package org.redress.architecture;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.simple.AbstractSimpleMarkupHandler;
import org.attoparser.simple.SimpleMarkupParser;

/** What a template must not hold: words of its own, and anything that a strict content security policy refuses. */
final class Templates {

    private static final Path ROOT = Path.of("src/main/resources/templates");
    private static final Set<String> SPOKEN = Set.of("aria-label", "aria-description", "aria-roledescription", "title", "placeholder", "alt");
    private static final Pattern WORDS = Pattern.compile("\\p{L}");
    private static final Pattern EXPRESSION = Pattern.compile("[$#*@~]\\{(?:[^{}]|\\{[^{}]*})*}");
    private static final Pattern INLINED = Pattern.compile("\\[\\[.*?]]|\\[\\(.*?\\)]", Pattern.DOTALL);
    private static final Pattern QUOTED_WORDS = Pattern.compile("'[^']*\\p{L}[^']*'|\\|[^|]*\\p{L}[^|]*\\|");

    private Templates() {
    }

    static Map<Path, String> all() throws IOException {
        var templates = new TreeMap<Path, String>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".html")).toList()) {
                templates.put(file, Files.readString(file));
            }
        }
        return templates;
    }

    /** One sentence for each thing that does not belong there; empty when the template is clean. */
    static List<String> faults(String template) {
        var found = new Reader();
        try {
            new SimpleMarkupParser(ParseConfiguration.htmlConfiguration()).parse(new StringReader(template), found);
        } catch (ParseException unreadable) {
            return List.of("cannot be read: " + unreadable.getMessage());
        }
        return found.faults;
    }

    private static final class Reader extends AbstractSimpleMarkupHandler {

        private final List<String> faults = new ArrayList<>();
        private boolean inData;

        @Override
        public void handleOpenElement(String name, Map<String, String> attributes, int line, int column) {
            element(name, attributes == null ? Map.of() : attributes, line);
        }

        @Override
        public void handleStandaloneElement(String name, Map<String, String> attributes, boolean minimized, int line, int column) {
            element(name, attributes == null ? Map.of() : attributes, line);
        }

        @Override
        public void handleCloseElement(String name, int line, int column) {
            inData = false;
        }

        @Override
        public void handleText(char[] buffer, int offset, int length, int line, int column) {
            var words = INLINED.matcher(new String(buffer, offset, length)).replaceAll("");
            if (!inData && WORDS.matcher(words).find()) {
                faults.add("line " + line + ": words in the template: " + words.strip());
            }
        }

        private void element(String name, Map<String, String> attributes, int line) {
            var data = "script".equals(name) && "application/json".equals(attributes.get("type"));
            inData = "script".equals(name) || "style".equals(name);
            if ("style".equals(name) || "script".equals(name) && !data && !attributes.containsKey("src") && !attributes.containsKey("th:src")) {
                faults.add("line " + line + ": <" + name + "> in the page");
            }
            attributes.forEach((attribute, value) -> attribute(attribute, value == null ? "" : value, line));
        }

        private void attribute(String name, String value, int line) {
            var plain = name.startsWith("th:") ? name.substring(3) : name;
            if (plain.equals("style") || plain.equals("styleappend") || plain.matches("on[a-z]+|hx-on.*|hx-vars")
                    || value.startsWith("js:") || value.startsWith("javascript:")) {
                faults.add("line " + line + ": refused by the content security policy: " + name);
            }
            if (SPOKEN.contains(name) && WORDS.matcher(value).find()) {
                faults.add("line " + line + ": words in " + name + ": " + value);
            }
            if (name.startsWith("th:") && (SPOKEN.contains(plain) || plain.equals("text") || plain.equals("utext"))) {
                var rest = EXPRESSION.matcher(value).replaceAll("");
                if (QUOTED_WORDS.matcher(rest).find()) {
                    faults.add("line " + line + ": words in " + name + ": " + value);
                }
            }
        }
    }
}
