package org.redress.organisation;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Bilingual;

/**
 * Somebody who works with the product.
 *
 * @param teams codes of the teams the person belongs to
 * @param leads codes of the teams the person leads
 */
public record Person(String username, Bilingual name, @Nullable String email, @Nullable String phone, boolean active,
        Set<Role> roles, Set<String> teams, Set<String> leads) {
}
