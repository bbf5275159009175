package org.redress.e2e;

import java.util.List;
import java.util.Map;

/**
 * A page of the product, as its GET mapping names it.
 *
 * @param pattern such as {@code /cases/{number}}
 * @param account who opens it; null before sign-in
 * @param state   what makes this opening another one: "", or a query, or words for a state
 */
record Route(String pattern, @org.jspecify.annotations.Nullable String account, String state) {

    /** Answers that are no pages: a stream, a file, a part of a page that stands on a listed page. */
    static final List<String> NO_PAGES = List.of("/error", "/events", "/admin/imports/runs", "/admin/imports/{id}/progress",
            "/admin/imports/{id}/rejected.csv");

    /** Every page once; a test compares this with the mappings of the application. */
    static final List<Route> PAGES = List.of(
            page("/login", null),
            page("/settings", "handler"),
            page("/admin/people", "admin"),
            page("/admin/people/new", "admin"),
            page("/admin/people/{username}", "admin"),
            page("/admin/people/{username}/account", "admin"),
            page("/admin/teams", "admin"),
            page("/admin/teams/new", "admin"),
            page("/admin/teams/{code}", "admin"),
            page("/admin/departments/new", "admin"),
            page("/admin/audit", "admin"),
            page("/admin/imports", "admin"),
            page("/admin/imports/{id}", "admin"));

    private static Route page(String pattern, @org.jspecify.annotations.Nullable String account) {
        return new Route(pattern, account, "");
    }

    Route as(String state) {
        return new Route(pattern, account, state);
    }

    /** @param values of the placeholders */
    String path(Map<String, String> values) {
        var path = pattern;
        for (var value : values.entrySet()) {
            path = path.replace("{" + value.getKey() + "}", value.getValue());
        }
        return path + state;
    }

    @Override
    public String toString() {
        return pattern + state + (account == null ? "" : " as " + account);
    }
}
