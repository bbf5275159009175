package org.redress.architecture;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What may be wrong with a bundle of messages in two languages, and with the use that is made of it. */
final class Messages {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)[^}]*}");
    private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?!')");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern LATIN_SENTENCE = Pattern.compile("[A-Za-z]{2,}\\s+[A-Za-z]{2,}");
    private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{\\s*([A-Za-z][\\w.-]*)\\s*[}(]");
    private static final Pattern IN_JAVA = Pattern.compile(
            "Problem\\s*\\.(?:badRequest|forbidden|notFound|conflict|tooLarge)\\(\\s*\"([\\w.-]*\\w)\"|(?:Problem\\.invalid|FieldProblem\\.of)\\(\\s*[^,()]+,\\s*\"([\\w.-]*\\w)\"");
    private static final Pattern LITERAL = Pattern.compile("[\\w.-]*[\\w]\\.(?=[\"'$|])");
    private static final Pattern WORD = Pattern.compile("[A-Za-z][\\w-]*(?:\\.[\\w-]+)+");
    private static final Pattern BY_FRAMEWORK = Pattern.compile("(?:typeMismatch|[A-Z][A-Za-z]+)(?:\\..*)?");

    private Messages() {
    }

    /** Reads a bundle; a key written twice is a fault, told in {@code faults}. */
    static Map<String, String> read(String name, Reader text, List<String> faults) throws IOException {
        var found = new TreeMap<String, String>();
        new Properties() {
            @Override
            public synchronized Object put(Object key, Object value) {
                if (found.put((String) key, (String) value) != null) {
                    faults.add(name + ": twice: " + key);
                }
                return super.put(key, value);
            }
        }.load(text);
        return found;
    }

    static Map<String, String> read(String text) throws IOException {
        return read("sample", new StringReader(text), new ArrayList<>());
    }

    /** Missing or extra keys, empty values, other places to fill, apostrophes that swallow a place, English left in the Chinese. */
    static List<String> differences(Map<String, String> english, Map<String, String> chinese) {
        var faults = new ArrayList<String>();
        for (String key : union(english.keySet(), chinese.keySet())) {
            var en = english.get(key);
            var zh = chinese.get(key);
            if (en == null || zh == null) {
                faults.add((en == null ? "no English: " : "no Chinese: ") + key);
                continue;
            }
            if (en.isBlank() || zh.isBlank()) {
                faults.add("empty: " + key);
            }
            if (!places(en).equals(places(zh))) {
                faults.add("other places to fill: " + key);
            }
            if (swallows(en) || swallows(zh)) {
                faults.add("a single apostrophe beside a place to fill (write ’ or ''): " + key);
            }
            if (!HAN.matcher(zh).find() && LATIN_SENTENCE.matcher(zh).find()) {
                faults.add("not translated: " + key);
            }
        }
        return faults;
    }

    /** Keys that a template or a problem names and no bundle has. */
    static Set<String> unknown(Set<String> keys, String templates, String java) {
        var named = new TreeSet<String>();
        IN_TEMPLATE.matcher(templates).results().map(found -> found.group(1)).forEach(named::add);
        IN_JAVA.matcher(java).results().map(found -> found.group(1) == null ? found.group(2) : found.group(1)).forEach(named::add);
        named.removeAll(keys);
        return named;
    }

    /** Keys that nothing names, neither whole nor by their beginning ("enum.Severity." + level). */
    static Set<String> unused(Set<String> keys, String sources) {
        var whole = WORD.matcher(sources).results().map(MatchResult::group).collect(Collectors.toSet());
        var beginnings = LITERAL.matcher(sources).results().map(MatchResult::group).filter(each -> each.length() > 2)
                .collect(Collectors.toSet());
        return keys.stream()
                .filter(key -> !whole.contains(key) && !BY_FRAMEWORK.matcher(key).matches() && beginnings.stream().noneMatch(key::startsWith))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Constants of the enumeration that have no name in the bundle. */
    static List<String> nameless(Class<? extends Enum<?>> type, Set<String> keys) {
        var missing = new ArrayList<String>();
        for (Enum<?> constant : type.getEnumConstants()) {
            var key = "enum." + type.getSimpleName() + "." + constant.name();
            if (!keys.contains(key)) {
                missing.add(key);
            }
        }
        return missing;
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        var all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    private static Set<String> places(String message) {
        return PLACE.matcher(message).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean swallows(String message) {
        return PLACE.matcher(message).find() && LONE_APOSTROPHE.matcher(message).find();
    }
}
