package org.redress.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts values in the places of a text, once: what a value says is never read as a place again. A line whose places all stand for nothing
 * is left out; any other place without a value shows a dash.
 */
final class TextFiller {

    static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)}");

    /** What somebody meant as a place, right or wrong. */
    static final Pattern NAMED = Pattern.compile("\\{([^{}\n]*)}");

    private static final String NOTHING = "—";
    private static final String LINK = "link";
    private static final Pattern WEB = Pattern.compile("https?://\\S+");

    private final Map<String, String> values;

    TextFiller(Map<String, String> values) {
        this.values = values;
    }

    MessageText fill(TemplateText text) {
        return new MessageText(subject(text.subject()), body(text.body(), TextForm.PLAIN), body(text.body(), TextForm.HTML),
                body(text.body(), TextForm.MARKDOWN));
    }

    private String subject(String line) {
        return filled(line, TextForm.PLAIN).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    private String body(String body, TextForm form) {
        var paragraphs = new ArrayList<List<String>>();
        var open = new ArrayList<String>();
        for (String line : body.strip().split("\\R")) {
            if (line.isBlank()) {
                close(paragraphs, open);
            } else if (says(line)) {
                open.add(filled(line.strip(), form));
            }
        }
        close(paragraphs, open);
        return form.paragraphs(paragraphs);
    }

    private static void close(List<List<String>> paragraphs, List<String> open) {
        if (!open.isEmpty()) {
            paragraphs.add(List.copyOf(open));
            open.clear();
        }
    }

    private boolean says(String line) {
        var places = PLACE.matcher(line).results().map(found -> value(found.group(1))).toList();
        return places.isEmpty() || places.stream().anyMatch(value -> !value.isBlank());
    }

    private String filled(String line, TextForm form) {
        var done = new StringBuilder();
        int from = 0;
        for (Matcher place = PLACE.matcher(line); place.find(); from = place.end()) {
            done.append(form.words(line.substring(from, place.start())));
            var value = value(place.group(1));
            boolean link = place.group(1).equals(LINK) && WEB.matcher(value).matches();
            done.append(value.isBlank() ? NOTHING : link ? form.link(value) : lines(value, form));
        }
        return done.append(form.words(line.substring(from))).toString();
    }

    /** Lines that somebody typed stay lines. */
    private static String lines(String value, TextForm form) {
        return form.paragraphs(List.of(value.strip().lines().map(form::words).collect(Collectors.toList()))).replaceAll("^<p>|</p>$", "");
    }

    private String value(String name) {
        return values.getOrDefault(name, "");
    }
}
