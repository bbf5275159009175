package org.redress.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.redress.Api;
import org.redress.Browser;
import org.redress.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address and every role: who gets through the first net, and that nobody else does. */
class RightsTest extends RedressTest {

    private static final List<String> ALL = List.of("agent", "intake", "specialist", "handler", "leader", "manager", "director", "designer",
            "admin");
    private static final Set<String> WORK = Set.of("agent", "intake", "specialist", "handler", "leader", "manager", "director");

    private static final Map<String, Set<String>> PAGES = pages();

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private static Map<String, Set<String>> pages() {
        var pages = new LinkedHashMap<String, Set<String>>();
        pages.put("/", Set.copyOf(ALL));
        pages.put("/settings", Set.copyOf(ALL));
        pages.put("/bell", Set.copyOf(ALL));
        pages.put("/swagger-ui/index.html", Set.copyOf(ALL));
        pages.put("/v3/api-docs", Set.copyOf(ALL));
        pages.put("/tasks", WORK);
        pages.put("/tasks/1", WORK);
        pages.put("/callbacks", Set.of("agent", "manager"));
        pages.put("/callbacks/1", Set.of("agent", "manager"));
        pages.put("/callbacks/plan", Set.of("manager", "director", "designer", "designer2"));
        pages.put("/cases/new", Set.of("agent", "intake", "specialist"));
        pages.put("/cases", with(WORK, "admin"));
        pages.put("/cases/RD-2026-999999", with(WORK, "admin"));
        for (String board : List.of("/board", "/board/overdue", "/board/overdue.xlsx", "/board/drill", "/board/workload", "/board/workload/handler",
                "/board/flow", "/board/flow/cases?of=x", "/board/flow/process.bpmn?version=x",
                "/board/move?pick=1:1", "/reports", "/reports/satisfaction_rated", "/reports/views",
                "/reports/views/new", "/reports/views/1", "/reports/rows?figure=coverage&from=2026-01-01&to=2026-02-01", "/reports/jobs/1",
                "/reports/rows.xlsx?figure=coverage&from=2026-01-01&to=2026-02-01")) {
            pages.put(board, Set.of("leader", "manager", "director"));
        }
        for (String campaign : List.of("/campaigns", "/campaigns/1", "/campaigns/1/rows?month=2026-02")) {
            pages.put(campaign, Set.of("specialist", "leader", "manager", "director"));
        }
        pages.put("/campaigns/new", Set.of("manager", "director"));
        for (String read : List.of("/designer", "/designer/changes", "/designer/changes/1", "/designer/changes/1/edit", "/designer/changes/1/edit/process/complaint")) {
            pages.put(read, Set.of("designer", "designer2", "admin", "manager", "director"));
        }
        pages.put("/designer/changes/new", Set.of("designer", "designer2"));
        for (String designed : List.of("/designer/scales", "/designer/scales/GRADE5", "/designer/questionnaires", "/designer/questionnaires/STANDARD/versions/1",
                "/designer/asking")) {
            pages.put(designed, Set.of("designer", "admin", "manager", "director", "agent"));
        }
        for (String studied : List.of("/designer/migrations", "/designer/migrations/999999", "/designer/migrations/999999.xlsx", "/designer/changes/999999/migrate",
                "/designer/changes/999999/try")) {
            pages.put(studied, Set.of("designer"));
        }
        for (String released : List.of("/designer/releases", "/designer/releases/1", "/designer/releases/1/files.zip", "/designer/releases/requests/999999",
                "/designer/releases/current/differences", "/designer/releases/current/export.zip", "/designer/changes/999999/compare",
                "/designer/changes/999999/release")) {
            pages.put(released, Set.of("designer", "admin", "manager", "director"));
        }
        pages.put("/evaluations/999999", Set.of("agent", "specialist", "leader", "manager", "director"));
        for (String briefing : List.of("/briefings", "/briefings/1", "/briefings/month/2026-02", "/briefings/1.pdf", "/briefings/1.xlsx",
                "/briefings/1/measures/new")) {
            pages.put(briefing, Set.of("agent", "leader", "manager", "director"));
        }
        pages.put("/briefings/rows?of=grade&code=GRADE5:GOOD&from=2026-02-01&to=2026-03-01", Set.of("leader", "manager", "director"));
        pages.put("/briefings/recipients", Set.of("manager", "director"));
        pages.put("/absences", Set.of("leader", "manager", "director"));
        pages.put("/absences/handler", Set.of("leader", "manager", "director"));
        pages.put("/admin/imports", Set.of("admin", "specialist"));
        pages.put("/admin/calendars", Set.of("admin", "manager"));
        pages.put("/admin/calendars/draft", Set.of("admin"));
        pages.put("/admin/calendars/draft/preview", Set.of("admin"));
        pages.put("/admin/calendars/proposals/1", Set.of("admin", "manager"));
        pages.put("/admin/people", Set.of("admin"));
        pages.put("/admin/people/agent/account", Set.of("admin"));
        pages.put("/admin/teams", Set.of("admin"));
        pages.put("/admin/audit", Set.of("admin"));
        pages.put("/ops/clocks", Set.of("admin"));
        pages.put("/ops/figures", Set.of("admin"));
        pages.put("/admin/base-numbers", Set.of("admin", "manager"));
        pages.put("/admin/templates", Set.of("admin"));
        pages.put("/admin/webhooks", Set.of("admin"));
        pages.put("/ops/outbox", Set.of("admin"));
        return pages;
    }

    @Test
    void everyPageForEveryRole() {
        var wrong = new ArrayList<String>();
        for (String account : ALL) {
            var browser = new Browser(url("")).as(account);
            PAGES.forEach((page, allowed) -> {
                int status = browser.get(page).statusCode();
                if ((status != 403) != allowed.contains(account) || status == 302 && !page.equals("/")) {
                    wrong.add(account + " " + page + " " + status);
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void nobodySeesAnythingWithoutSigningIn() {
        var stranger = new Browser(url(""));
        assertThat(PAGES.keySet()).allSatisfy(page -> assertThat(stranger.get(page).statusCode()).as(page).isIn(302, 401));
        assertThat(stranger.get("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(stranger.get("/actuator/env").statusCode()).isEqualTo(302);
        assertThat(stranger.get("/login").statusCode()).isEqualTo(200);
        assertThat(stranger.get("/complain").statusCode()).isEqualTo(200);
        assertThat(stranger.get("/track/unknown").statusCode()).isEqualTo(404);
        assertThat(stranger.get("/rate/unknown").statusCode()).isEqualTo(404);
    }

    @Test
    void everyCallForEveryRole() {
        var calls = new LinkedHashMap<String, Set<String>>();
        calls.put("POST /api/v1/service-jobs", Set.of("agent", "intake", "specialist", "manager", "admin"));
        calls.put("POST /api/v1/evaluations", Set.of("agent", "intake", "specialist", "manager", "admin"));
        calls.put("GET /api/v1/questionnaires", Set.of("designer", "admin", "manager", "director", "agent"));
        calls.put("POST /api/v1/complaints", Set.of("agent", "intake", "specialist"));
        calls.put("GET /api/v1/complaints", with(WORK, "admin"));
        calls.put("GET /api/v1/complaints/RD-2026-999999", with(WORK, "admin"));
        calls.put("GET /api/v1/models", Set.of("designer"));
        calls.put("GET /api/v1/models/complaint/versions", Set.of("designer"));
        calls.put("POST /api/v1/models", Set.of("designer"));
        calls.put("POST /api/v1/models/releases/999999/approve", Set.of("designer"));
        calls.put("GET /api/v1/tasks?scope=mine", WORK);
        calls.put("GET /api/v1/boards/overdue", Set.of("leader", "manager", "director"));
        calls.put("GET /api/v1/figures/coverage", Set.of("leader", "manager", "director"));
        calls.put("GET /api/v1/figures/asked-shares", Set.of("leader", "manager", "director"));
        calls.put("GET /api/v1/briefings/month", Set.of("leader", "manager", "director"));
        calls.put("POST /api/v1/evaluations/aggregates", Set.of("manager", "admin"));
        calls.put("POST /api/v1/migrations/preview", Set.of("designer"));
        calls.put("POST /api/v1/migrations", Set.of("designer"));
        calls.put("GET /api/v1/migrations/999999", Set.of("designer"));
        calls.put("POST /api/v1/figures/base-numbers", Set.of("manager", "admin"));
        var wrong = new ArrayList<String>();
        for (String account : ALL) {
            var api = Api.as(url(""), account);
            calls.forEach((call, allowed) -> {
                var path = call.substring(call.indexOf(' ') + 1);
                int status = (call.startsWith("POST") ? api.post(path, "not json") : api.get(path)).statusCode();
                if ((status != 403) != allowed.contains(account) || status == 401) {
                    wrong.add(account + " " + call + " " + status);
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyAddressThatAControllerServesIsNamedByARule() {
        var admin = new Browser(url("")).as("admin");
        var agent = new Browser(url("")).as("agent");
        var adminApi = Api.as(url(""), "admin");
        var agentApi = Api.as(url(""), "agent");
        var unlisted = mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .map(RightsTest::example)
                .filter(path -> !path.startsWith("/events") && !path.equals("/error"))
                .distinct()
                .filter(path -> path.startsWith("/api/")
                        ? isUnlisted(adminApi.get(path).body()) && isUnlisted(agentApi.get(path).body())
                        : isUnlisted(admin.get(path).body()) && isUnlisted(agent.get(path).body()))
                .toList();
        assertThat(unlisted).isEmpty();
        assertThat(isUnlisted(admin.get("/designer/nothing").body())).as("what no rule names is not there").isTrue();
        assertThat(isUnlisted(adminApi.get("/api/v1/unknown").body())).isTrue();
    }

    /** An address of the pattern: of several words the first, of any other pattern a case number. */
    private static String example(String pattern) {
        return pattern.replaceAll("\\{\\w+:(\\w+)\\|[^}]*}", "$1").replaceAll("\\{[^{}:]*:(?:[^{}]|\\{[^{}]*})*}", "RD-2026-999999")
                .replaceAll("\\{[^{}]*}", "1").replace("**", "x");
    }

    /** The general sentence of 404: controllers say which case or task it is that they do not have. */
    private static boolean isUnlisted(String body) {
        return body.contains("The address is wrong, or what was here has moved.");
    }

    private static Set<String> with(Set<String> accounts, String one) {
        var all = new java.util.HashSet<>(accounts);
        all.add(one);
        return all;
    }
}
