package org.redress.notification;

import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redress.shared.Bilingual;

/**
 * Something to tell somebody outside a page.
 *
 * @param key        idempotency key (幂等键), printable ASCII of at most 200 characters, such as "ladder/42/RESOLVE/1/3/manager": the same key is told once, and
 *                   travels with the message
 * @param template   code of its text, one of {@link MessageTemplates#codes()}
 * @param recipient  who is told
 * @param values     what the placeholders of the text stand for; see {@link #moment}, {@link #term} and {@link #both} for values that depend on
 *                   the reader's language. A placeholder without a value shows a dash. {@code case}, {@code link} and {@code name} are filled in when not given
 * @param caseNumber the case it is about
 * @param urgent     goes out in quiet hours (免打扰时段) as well, and before others
 */
public record Message(String key, String template, Recipient recipient, Map<String, String> values, @Nullable String caseNumber,
        boolean urgent) {

    /** Stands between the two languages of a value; nobody can type it into a form. */
    static final char BETWEEN_LANGUAGES = '\u001f';

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    /** @throws IllegalArgumentException when the key cannot travel in a header */
    public Message {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("A key of a message is printable ASCII of 1 to 200 characters: " + key);
        }
        values = Map.copyOf(values);
    }

    /** A value that is a moment: shown in the reader's language and the company's time zone. */
    public static String moment(Instant at) {
        return at.toString();
    }

    /** A value that is a text of the house, by its message key, such as "enum.ClockKind.RESOLVE": shown in the reader's language. */
    public static String term(String messageKey) {
        return "#" + messageKey;
    }

    /** A value that the company keeps in both languages, such as the name of a person or a team: shown in the reader's language. */
    public static String both(Bilingual text) {
        return text.en() + BETWEEN_LANGUAGES + text.zh();
    }
}
