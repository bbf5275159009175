package org.redress.shared.web;

import java.util.Locale;

/** How people are called, for pages that know only who signed in; templates call it as {@code @personNames}. */
public interface PersonNames {

    /** The person's name in the language; the username where nobody is known by it, or the names cannot be read just now. */
    String name(String username, Locale locale);
}
