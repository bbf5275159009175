package org.redress.process;

import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Bilingual;

/** What a model says of one element, in both languages, with the house's own properties. */
record ElementText(Bilingual name, Bilingual documentation, Map<String, String> properties, @Nullable String formRef,
        @Nullable String assignee) {

    static final ElementText UNKNOWN = new ElementText(new Bilingual("", ""), new Bilingual("", ""), Map.of(), null, null);

    String name(Locale locale) {
        return name.in(locale);
    }

    String property(String name, String otherwise) {
        return properties.getOrDefault(name, otherwise);
    }

    int minutes(String name, int otherwise) {
        String value = properties.get(name);
        return value == null ? otherwise : Integer.parseInt(value.trim());
    }
}
