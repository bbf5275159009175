package org.redress.shared.importer;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Bilingual;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a mapping file (YAML). Every key it does not know is refused, so that a misspelt one is noticed. */
final class MappingReader {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");
    private static final Set<String> KEYS = Set.of("name", "title", "target", "encoding", "delimiter", "missing", "key", "dates", "zone",
            "teams", "categories", "repeat", "fields");
    private static final Set<String> RULE_KEYS = Set.of("column", "constant", "text", "join", "values", "otherwise", "optional");

    private MappingReader() {
    }

    /** @throws MappingException with one sentence that says what to mend */
    static Mapping read(String yaml) {
        Map<String, Object> root = map(load(yaml), "the file");
        refuseUnknown(root, KEYS, "the file");
        String name = text(root, "name");
        if (!NAME.matcher(name).matches()) {
            throw new MappingException("name: '" + name + "' must be lower-case letters, digits and hyphens, at most 32");
        }
        Map<String, Object> title = map(root.get("title"), "title");
        Map<String, Mapping.Rule> fields = new LinkedHashMap<>();
        map(root.get("fields"), "fields").forEach((field, rule) -> fields.put(field, rule(field, map(rule, "fields." + field))));
        return new Mapping(name, new Bilingual(text(title, "en"), text(title, "zh")), text(root, "target"), encoding(root), delimiter(root),
                Set.copyOf(texts(root, "missing")), keyColumns(root), dates(root), zone(root), choice(root, "teams", "known", "ensure"),
                choice(root, "categories", "known", "ensure"), choice(root, "repeat", "duplicate", "note"), fields);
    }

    private static Object load(String yaml) {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        } catch (YAMLException e) {
            throw new MappingException("not readable as YAML: " + e.getMessage());
        }
    }

    private static Mapping.Rule rule(String field, Map<String, Object> rule) {
        String place = "fields." + field;
        refuseUnknown(rule, RULE_KEYS, place);
        long origins = List.of("column", "constant", "text").stream().filter(rule::containsKey).count();
        if (origins != 1) {
            throw new MappingException(place + ": say exactly one of column, constant, text");
        }
        Map<String, String> values = new LinkedHashMap<>();
        if (rule.containsKey("values")) {
            map(rule.get("values"), place + ".values").forEach((from, to) -> values.put(from, String.valueOf(to)));
        }
        String otherwise = optional(rule, "otherwise");
        return new Mapping.Rule(optional(rule, "column"), optional(rule, "constant"), texts(rule, "text"),
                rule.containsKey("join") ? String.valueOf(rule.get("join")) : "\n", values, "reject".equals(otherwise) ? null : otherwise,
                Boolean.TRUE.equals(rule.get("optional")));
    }

    private static List<String> keyColumns(Map<String, Object> root) {
        List<String> key = texts(root, "key");
        if (key.isEmpty()) {
            throw new MappingException("key: name at least one column that identifies a row in its source");
        }
        return key;
    }

    private static Charset encoding(Map<String, Object> root) {
        String name = optional(root, "encoding");
        try {
            return Charset.forName(name == null ? "UTF-8" : name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new MappingException("encoding: " + name + " is not known here; use UTF-8 or GB18030");
        }
    }

    private static char delimiter(Map<String, Object> root) {
        String delimiter = optional(root, "delimiter");
        if (delimiter != null && delimiter.length() != 1) {
            throw new MappingException("delimiter: one character, such as ',' or ';'");
        }
        return delimiter == null ? ',' : delimiter.charAt(0);
    }

    private static @Nullable DateTimeFormatter dates(Map<String, Object> root) {
        String pattern = optional(root, "dates");
        try {
            return pattern == null ? null : DateTimeFormatter.ofPattern(pattern.replace("yyyy", "uuuu"), Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException e) {
            throw new MappingException("dates: " + e.getMessage());
        }
    }

    private static ZoneId zone(Map<String, Object> root) {
        String zone = optional(root, "zone");
        try {
            return ZoneId.of(zone == null ? "Asia/Shanghai" : zone);
        } catch (DateTimeException e) {
            throw new MappingException("zone: " + e.getMessage());
        }
    }

    private static boolean choice(Map<String, Object> root, String key, String usual, String other) {
        String value = optional(root, key);
        if (value != null && !value.equals(usual) && !value.equals(other)) {
            throw new MappingException(key + ": " + usual + " or " + other);
        }
        return other.equals(value);
    }

    private static void refuseUnknown(Map<String, Object> map, Set<String> known, String place) {
        Set<String> unknown = new LinkedHashSet<>(map.keySet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new MappingException(place + ": unknown " + String.join(", ", unknown));
        }
    }

    private static Map<String, Object> map(@Nullable Object value, String place) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new MappingException(place + ": must hold keys with values");
        }
        Map<String, Object> result = new LinkedHashMap<>();
        map.forEach((key, each) -> result.put(String.valueOf(key), each));
        return result;
    }

    private static String text(Map<String, Object> map, String key) {
        String value = optional(map, key);
        if (value == null) {
            throw new MappingException(key + ": is missing");
        }
        return value;
    }

    private static @Nullable String optional(Map<String, Object> map, String key) {
        Object value = map.get(key);
        return value == null ? null : String.valueOf(value);
    }

    private static List<String> texts(Map<String, Object> map, String key) {
        Object value = map.get(key);
        if (value == null) {
            return List.of();
        }
        return value instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of(String.valueOf(value));
    }
}
