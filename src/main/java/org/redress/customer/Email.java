package org.redress.customer;

import java.util.regex.Pattern;

/** E-mail addresses as people type them. */
public final class Email {

    private static final int LONGEST = 200;
    private static final Pattern PLAUSIBLE = Pattern.compile("[^@\\s,;<>\"]+@[^@\\s,;<>\"]+\\.[^@\\s,;<>\".]+");

    private Email() {
    }

    /** One address with a domain, nothing that could begin another header or another recipient, at most 200 characters. */
    public static boolean isPlausible(String text) {
        return text.length() <= LONGEST && PLAUSIBLE.matcher(text).matches();
    }
}
