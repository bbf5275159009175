package org.redress.shared;

import java.util.Locale;

/** A text in both languages of the house. */
public record Bilingual(String en, String zh) {

    public String in(Locale locale) {
        return Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? zh : en;
    }
}
