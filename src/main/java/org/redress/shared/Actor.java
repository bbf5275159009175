package org.redress.shared;

import java.util.Set;

/**
 * Who is acting, and from where.
 *
 * @param username the account, or {@link #SYSTEM} for a timer or an import
 * @param roles    names of {@code organisation.Role}
 * @param teams    codes of the teams the person belongs to
 * @param origin   where the act came from, for the audit trail: "web 10.0.0.5", "api 10.0.0.5", "timer", "import"
 */
public record Actor(String username, Set<String> roles, Set<String> teams, String origin) {

    /** The name under which the product acts by itself. */
    public static final String SYSTEM = "system";
    /** The name under which a customer acts who is known by a tracking link only; no account can have it. */
    public static final String CUSTOMER = "@customer";

    public Actor {
        roles = Set.copyOf(roles);
        teams = Set.copyOf(teams);
    }

    /** @param origin what made the product act, for example "timer" */
    public static Actor system(String origin) {
        return new Actor(SYSTEM, Set.of(), Set.of(), origin);
    }

    public static Actor customer(String origin) {
        return new Actor(CUSTOMER, Set.of(), Set.of(), origin);
    }

    public boolean isCustomer() {
        return CUSTOMER.equals(username);
    }

    public boolean isSystem() {
        return SYSTEM.equals(username);
    }

    public boolean hasAny(String... wanted) {
        for (String role : wanted) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }
}
