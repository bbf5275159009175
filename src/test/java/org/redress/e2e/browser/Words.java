package org.redress.e2e.browser;

import java.util.Locale;
import org.springframework.context.MessageSource;

/** The product's own words in the language of a person, so that a page object names what it looks for in both. */
public final class Words {

    private final MessageSource messages;
    private final Locale locale;

    Words(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    /** @throws org.springframework.context.NoSuchMessageException when the product has no such text */
    public String of(String key, Object... args) {
        return messages.getMessage(key, args, locale);
    }

    public String of(Enum<?> constant) {
        return of("enum." + constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    public Locale locale() {
        return locale;
    }

    public boolean chinese() {
        return locale.getLanguage().equals("zh");
    }

    /** For texts that the test itself types or that stand in a model. */
    public String choose(String english, String chinese) {
        return chinese() ? chinese : english;
    }
}
