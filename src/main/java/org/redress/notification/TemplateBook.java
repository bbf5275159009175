package org.redress.notification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The texts as shipped, and which places each may name. */
@Component
class TemplateBook {

    private static final String FILE = "notification/templates.yaml";
    private static final List<String> LANGUAGES = List.of("en", "zh");

    /** What is there in every text. */
    private static final List<String> ALWAYS = List.of("case", "link", "name", "company", "written");

    private final Map<String, Page> pages = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> examples = new LinkedHashMap<>();

    TemplateBook() {
        var root = map(read());
        LANGUAGES.forEach(language -> {
            var values = new LinkedHashMap<String, String>();
            map(root.get("examples")).forEach((place, texts) -> values.put(place, String.valueOf(map(texts).get(language))));
            examples.put(language, values);
        });
        map(root.get("templates")).forEach((code, page) -> pages.put(code, page(map(page))));
    }

    /** In the order of the file. */
    List<String> codes() {
        return List.copyOf(pages.keySet());
    }

    boolean has(String code) {
        return pages.containsKey(code);
    }

    /** @throws IllegalArgumentException for a code that is none */
    Page page(String code) {
        var page = pages.get(code);
        if (page == null) {
            throw new IllegalArgumentException("No template " + code);
        }
        return page;
    }

    /** @param language "en" or "zh" */
    Map<String, String> examples(String language) {
        return Map.copyOf(examples.getOrDefault(language, Map.of()));
    }

    /** "zh" for every Chinese, "en" for all others. */
    static String language(Locale locale) {
        return Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? "zh" : "en";
    }

    private static Page page(Map<String, Object> page) {
        var places = new LinkedHashSet<>(ALWAYS);
        if (page.get("placeholders") instanceof List<?> named) {
            named.forEach(name -> places.add(String.valueOf(name)));
        }
        var texts = new LinkedHashMap<String, TemplateText>();
        LANGUAGES.forEach(language -> {
            var text = map(page.get(language));
            texts.put(language, new TemplateText(String.valueOf(text.get("subject")), String.valueOf(text.get("text")).strip()));
        });
        return new Page("CUSTOMER".equals(page.get("to")), List.copyOf(new ArrayList<>(places)), Map.copyOf(texts));
    }

    private static Object read() {
        try (var stream = new ClassPathResource(FILE).getInputStream()) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> map(Object value) {
        var map = new LinkedHashMap<String, Object>();
        if (!(value instanceof Map<?, ?> raw)) {
            throw new IllegalStateException(FILE + ": " + value + " is no group of lines");
        }
        raw.forEach((key, each) -> map.put(String.valueOf(key), each));
        return map;
    }

    /**
     * A text of the book.
     *
     * @param forCustomer who reads it
     * @param places      the placeholders it may name
     * @param texts       by language
     */
    record Page(boolean forCustomer, List<String> places, Map<String, TemplateText> texts) {

        TemplateText text(String language) {
            return texts.getOrDefault(language, texts.get("en"));
        }

        Set<String> unknownIn(TemplateText text) {
            var unknown = new LinkedHashSet<String>();
            TextFiller.NAMED.matcher(text.subject() + "\n" + text.body()).results().map(found -> found.group(1))
                    .filter(name -> !places.contains(name)).forEach(unknown::add);
            return unknown;
        }
    }
}
