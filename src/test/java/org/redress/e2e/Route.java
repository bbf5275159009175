package org.redress.e2e;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A page of the product, as its GET mapping names it.
 *
 * @param pattern such as {@code /cases/{number}}
 * @param account who opens it; null before sign-in
 * @param query   what makes this opening another one, such as {@code ?q=x}; or ""
 * @param answer  its HTTP status when that is an error state
 */
record Route(String pattern, @Nullable String account, String query, Optional<Integer> answer) {

    /** Answers that are no pages: a stream, a file, a part of a page that stands on a listed page. */
    static final List<String> NO_PAGES = List.of("/error", "/events", "/bell/button", "/admin/imports/runs", "/admin/imports/{id}/progress",
            "/admin/calendars/days.csv", "/admin/calendars/days.ics", "/admin/calendars/proposals/{id}/progress",
            "/admin/imports/{id}/rejected.csv", "/callbacks/rows", "/callbacks/presence", "/cases/new/customer", "/cases/{number}/head",
            "/cases/{number}/timeline", "/cases/{number}/documents/{id}", "/cases/{number}/process.bpmn", "/tasks/{id}/form.json",
            "/board/overdue.xlsx", "/designer/questionnaires/{code}/versions/{version}/form", "/designer/changes/{id}/export.zip",
            "/designer/changes/{id}/edit/{kind}/{model}/source", "/designer/changes/{id}/edit/{kind}/{model}/versions/{version}/source", "/board/flow/process.bpmn", "/reports/rows.xlsx",
            "/briefings/{id}.pdf", "/briefings/{id}.xlsx", "/designer/changes/{id}/compare/diagram",
            "/designer/releases/{number}/diagram", "/designer/releases/requests/{id}/diagram", "/designer/releases/current/diagram",
            "/designer/releases/{number}/files.zip", "/designer/releases/current/export.zip",
            "/designer/migrations/{id}/progress", "/designer/migrations/{id}.xlsx");

    /** Every page once; a test compares this with the mappings of the application. */
    static final List<Route> PAGES = List.of(
            page("/login", null),
            page("/complain", null),
            page("/track/{token}", null),
            page("/rate/{token}", null).answering(404), // AskedByLinkTest looks at a real one
            page("/designer/scales", "designer"),
            page("/designer/scales/new", "designer"),
            page("/designer/scales/{scale}", "designer"),
            page("/designer/questionnaires", "manager"),
            page("/designer/questionnaires/new", "designer"),
            page("/designer/questionnaires/{questionnaire}", "designer"),
            page("/designer/questionnaires/{questionnaire}/versions/{version}", "designer"),
            page("/designer/asking", "admin"),
            page("/designer", "designer"),
            page("/designer/changes", "manager"),
            page("/designer/changes/new", "designer"),
            page("/designer/changes/{change}", "designer"),
            page("/designer/changes/{change}/edit", "designer"),
            page("/designer/changes/{change}/edit/{modelKind}/{model}", "designer"),
            page("/designer/migrations", "designer"),
            page("/designer/migrations/{migration}", "designer").answering(404), // StudioJourneyTest looks at a real one
            page("/designer/changes/{change}/migrate", "designer"),
            page("/designer/changes/{change}/try", "designer"),
            page("/designer/changes/{change}/check", "designer"),
            page("/designer/releases", "manager"),
            page("/designer/releases/{release}", "admin"),
            page("/designer/releases/requests/{request}", "designer2"),
            page("/designer/releases/current/differences", "director"),
            page("/designer/changes/{change}/compare", "designer"),
            page("/designer/changes/{change}/release", "designer"),
            page("/evaluations/{evaluation}", "director"),
            page("/", "leader"),
            page("/tasks", "leader").with("?scope=team"),
            page("/tasks/next", "specialist"),
            page("/tasks/{id}", "handler"),
            page("/callbacks", "agent"),
            page("/callbacks/{taskId}", "agent"),
            page("/callbacks/plan", "manager"),
            page("/cases", "specialist"),
            page("/cases/new", "intake"),
            page("/cases/{number}", "specialist"),
            page("/cases/{number}/facts", "specialist"),
            page("/cases/{number}/process", "specialist"),
            page("/cases/{number}/clock", "specialist"),
            page("/cases/{number}/documents", "specialist"),
            page("/cases/{number}/related", "specialist"),
            page("/board", "manager"),
            page("/board/overdue", "manager").with("?state=open"),
            page("/board/drill", "manager"),
            page("/board/workload", "leader"),
            page("/board/workload/{username}", "leader"),
            page("/board/flow", "manager").with("?compare=before"),
            page("/board/flow/cases", "leader").with("?of=userTask_resolveComplaint&part=here"),
            page("/board/move", "leader").with("?pick={id}:0&to=leader"),
            page("/campaigns", "manager"),
            page("/campaigns/new", "manager").with("?proposal=2"),
            page("/campaigns/{campaign}", "director"),
            page("/campaigns/{campaign}/rows", "leader").with("?month=2026-02"),
            page("/reports", "manager").with("?group=all&dimension=team"),
            page("/reports/{figure}", "director"),
            page("/reports/rows", "manager").with("?figure=sampled_share&part=denominator&from=2026-02-01&to=2026-03-01"),
            page("/reports/jobs/{row}", "manager"),
            page("/reports/views", "manager"),
            page("/reports/views/new", "leader").with("?group=calls"),
            page("/reports/views/{view}", "manager"),
            page("/briefings", "manager"),
            page("/briefings/{briefing}", "manager"),
            page("/briefings/{periodKind}/{period}", "agent"),
            page("/briefings/{briefing}/measures/new", "manager"),
            page("/briefings/rows", "manager").with("?of=grade&code=GRADE5:GOOD&from=2026-01-01&to=2026-02-01"),
            page("/briefings/recipients", "director"),
            page("/absences", "leader"),
            page("/absences/{username}", "manager"),
            page("/settings", "designer"),
            page("/ops/clocks", "admin"),
            page("/ops/figures", "admin"),
            page("/admin/base-numbers", "manager"),
            page("/admin/people", "admin"),
            page("/admin/people/new", "admin"),
            page("/admin/people/{username}", "admin"),
            page("/admin/people/{username}/account", "admin"),
            page("/admin/teams", "admin"),
            page("/admin/teams/new", "admin"),
            page("/admin/teams/{code}", "admin"),
            page("/admin/departments/new", "admin"),
            page("/admin/calendars", "manager"),
            page("/admin/calendars/draft", "admin"),
            page("/admin/calendars/draft/day", "admin").with("?date=2026-10-01"),
            page("/admin/calendars/draft/week", "admin"),
            page("/admin/calendars/draft/suspension", "admin"),
            page("/admin/calendars/draft/region", "admin"),
            page("/admin/calendars/draft/import", "admin"),
            page("/admin/calendars/draft/preview", "admin"),
            page("/admin/calendars/proposals/{proposal}", "admin"),
            page("/admin/audit", "admin"),
            page("/admin/imports", "admin"),
            page("/admin/imports/{import}", "admin"),
            page("/bell", "manager"),
            page("/admin/templates", "admin"),
            page("/admin/templates/{template}/{language}", "admin"),
            page("/admin/webhooks", "admin"),
            page("/admin/webhooks/new", "admin"),
            page("/admin/webhooks/{channel}", "admin"),
            page("/ops/outbox", "admin"));

    private static final List<Route> STATES = List.of(
            page("/nowhere", "handler").answering(404),
            page("/campaigns/2", "manager"),
            page("/campaigns/new", "manager").with("?proposal={campaign}").answering(409),
            page("/track/nowhere", null).answering(404),
            page("/cases/{number}/clock", "specialist").with("?until=2026-03-06T12:00"),
            page("/cases/{number}/clock", "specialist").with("?until=soon").answering(422),
            page("/track/{token}", null).with("?type=large"),
            page("/admin/imports", "handler").answering(403),
            page("/cases/RD-2026-999999", "specialist").answering(404),
            page("/cases", "specialist").with("?q=nothing-like-this"),
            page("/tasks", "handler").with("?scope=mine&severity=S4"),
            page("/board", "manager").with("?big=1"),
            page("/board/overdue", "leader").with("?state=breached&severity=S4&marked=1"),
            page("/tasks/{id}", "manager"));

    static final List<Route> EVERYTHING = Stream.concat(PAGES.stream(), STATES.stream()).toList();

    private static Route page(String pattern, @Nullable String account) {
        return new Route(pattern, account, "", Optional.empty());
    }

    private Route answering(int status) {
        return new Route(pattern, account, query, Optional.of(status));
    }

    private Route with(String other) {
        return new Route(pattern, account, other, answer);
    }

    /** As a mapping writes it. */
    String mapping() {
        return pattern.replace("{import}", "{id}").replace("{template}", "{code}").replace("{channel}", "{code}").replace("{proposal}", "{id}").replace("{campaign}", "{id}")
                .replace("{scale}", "{code}").replace("{questionnaire}", "{code}").replace("{evaluation}", "{id}").replace("{row}", "{id}")
                .replace("{view}", "{id}").replace("{briefing}", "{id}").replace("{periodKind}", "{kind}").replace("{modelKind}", "{kind}")
                .replace("{change}", "{id}").replace("{migration}", "{id}").replace("{release}", "{number}").replace("{request}", "{id}");
    }

    /** @param values of the placeholders */
    String path(Map<String, String> values) {
        var path = pattern + query;
        for (var value : values.entrySet()) {
            path = path.replace("{" + value.getKey() + "}", value.getValue());
        }
        return path;
    }

    @Override
    public String toString() {
        return pattern + query + (account == null ? "" : " as " + account);
    }
}
