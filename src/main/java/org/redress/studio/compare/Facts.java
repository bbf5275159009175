package org.redress.studio.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.redress.shared.Bilingual;

/** What a file says of one element, as flat properties that can be laid beside another's. */
final class Facts {

    /** Between the name of a property and which of several it is; stands in no attribute's name. */
    private static final char OF = '\n';

    private final String type;
    private final Map<String, String> said = new LinkedHashMap<>();
    private final StringBuilder layout = new StringBuilder();

    Facts(String type) {
        this.type = type;
    }

    String type() {
        return type;
    }

    void say(String property, String value) {
        say(property, "", value);
    }

    void say(String property, String detail, String value) {
        if (!value.isEmpty()) {
            said.merge(property + OF + detail, value, (one, other) -> one + "\n" + other);
        }
    }

    void draw(String where) {
        layout.append(where).append(';');
    }

    String value(String property) {
        return said.getOrDefault(property + OF, "");
    }

    Bilingual name(String otherwise) {
        String plain = value("name").isEmpty() ? value("label") : value("name");
        String en = value("nameEn").isEmpty() ? plain : value("nameEn");
        String zh = value("nameZh").isEmpty() ? plain : value("nameZh");
        return new Bilingual(en.isEmpty() ? otherwise : en, zh.isEmpty() ? otherwise : zh);
    }

    /** Where the reader's two languages say the same as the plain name, the plain name alone is no news. */
    List<PropertyDifference> differences(Facts after) {
        List<PropertyDifference> found = new ArrayList<>();
        if (!type.equals(after.type)) {
            found.add(new PropertyDifference("type", "", type, after.type));
        }
        Map<String, String> all = new LinkedHashMap<>(said);
        all.putAll(after.said);
        for (String key : all.keySet()) {
            String before = said.getOrDefault(key, "");
            String now = after.said.getOrDefault(key, "");
            int cut = key.indexOf(OF);
            String property = key.substring(0, cut);
            if (!before.equals(now) && !isEcho(property, before, now, after)) {
                found.add(new PropertyDifference(property, key.substring(cut + 1), before, now));
            }
        }
        return found;
    }

    /** {@code name} is what other tools show: our models say it again in {@code name.en}. */
    private boolean isEcho(String property, String before, String now, Facts after) {
        return property.equals("name") && before.equals(value("nameEn")) && now.equals(after.value("nameEn"));
    }

    boolean isDrawnAs(Facts after) {
        return layout.toString().contentEquals(after.layout);
    }
}
