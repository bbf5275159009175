package org.redress.customer;

import org.jspecify.annotations.Nullable;

/** Telephone numbers as people type them. */
public final class Phone {

    private Phone() {
    }

    /** Digits only, with a leading + kept away; null for null or blank. "0755-8888 1234" becomes "075588881234". */
    public static @Nullable String digits(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return text.replaceAll("\\D", "");
    }

    /** 5 to 15 digits (ITU-T E.164 allows 15; short service numbers have 5), and nothing but digits, blanks, + - ( ) / . and an extension x. */
    public static boolean isPlausible(String text) {
        String digits = text.replaceAll("\\D", "");
        return text.matches("[0-9+()/. xX\\-]+") && digits.length() >= 5 && digits.length() <= 15;
    }
}
