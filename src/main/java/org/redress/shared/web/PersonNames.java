package org.redress.shared.web;

import java.util.Locale;
import java.util.Map;

/** How people are called, for pages that know only who signed in; templates call it as {@code @personNames}. */
public interface PersonNames {

    /** The person's name in the language; the username where nobody is known by it, or the names cannot be read just now. */
    String name(String username, Locale locale);

    /** Everybody active, for a list to choose from: username to name in the language. */
    Map<String, String> choices(Locale locale);
}
