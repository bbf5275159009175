package org.redress.shared;

import java.util.Optional;

/** The language somebody has chosen for the product, for who writes to people that are not there. */
public interface PersonLanguage {

    /** @return a language tag, "en" or "zh-CN"; empty where nobody of the name signs in, or never chose */
    Optional<String> of(String username);
}
