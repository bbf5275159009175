package org.redress.e2e;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.util.Locale;
import java.util.Map;
import org.redress.e2e.browser.People;
import org.redress.e2e.page.ComplainPage;
import org.redress.e2e.page.ImportsPage;

/**
 * What there is to see on the day of the demo company, and an import besides: so that no page is looked at empty.
 *
 * @param values what the placeholders of {@link Route#pattern} stand for
 */
record Scene(Map<String, String> values) {

    private static final String TWO_JOBS = """
            externalId,business,doneAt,team,employee,account,name,phone
            SCENE-1,REPAIR,2026-03-01 10:30,repair-1,handler,70000011,周小雨,0755-0100 2011
            SCENE-2,REPAIR,2026-03-01 10:30,repair-1,handler,70000012,Ada Finch,call me
            """;

    static Scene make(String site, People people) {
        var api = new Api(site);
        var work = first(api.get("handler", "/tasks?scope=mine"), "key", "userTask_resolveComplaint");
        var call = first(api.get("agent", "/tasks?scope=claimable"), "key", "userTask_callCustomer");
        api.post("agent", "/tasks/" + call.path("id").asText() + "/claim", Map.of());
        var admin = people.signIn("admin", Locale.ENGLISH);
        new ImportsPage(admin).open().send("service-jobs", "jobs.csv", TWO_JOBS);
        var customer = people.nobody(Locale.ENGLISH);
        var track = new ComplainPage(customer).open().says("Ada Finch", "0755-0100 2012", "Nobody came.").sent();
        var manager = people.signIn("manager", Locale.ENGLISH);
        manager.goTo("/reports/views/new?group=calls");
        manager.page().getByLabel(manager.text("report.views.name")).fill("Calls of the teams");
        manager.button("report.save").click();
        var view = manager.where().replaceAll("^/reports/views/", "");
        manager.goTo("/reports/rows?figure=sampled_share&part=denominator&from=2020-01-01&to=2030-01-01");
        var row = manager.page().locator("tbody th a").first().getAttribute("href");
        var designer = people.signIn("designer", Locale.ENGLISH);
        designer.goTo("/designer/changes/new");
        designer.page().getByLabel(designer.text("studio.change.title")).fill("Sign sooner");
        designer.button("studio.change.begin").click();
        designer.page().getByLabel(designer.text("studio.model"), new Page.GetByLabelOptions().setExact(true)).selectOption("bpmn/extension.bpmn");
        designer.button("studio.edit.add.do").click();
        var change = designer.where().replaceAll("^/designer/changes/(\\d+)/.*", "$1");
        return new Scene(Map.ofEntries(entry("token", track.token()), entry("username", "handler"), entry("code", "repair-1"),
                entry("id", work.path("id").asText()), entry("number", work.path("caseNumber").asText()), entry("taskId", call.path("id").asText()),
                entry("import", admin.where().substring("/admin/imports/".length())), entry("template", "clock.reminder"),
                entry("language", "zh"), entry("channel", "dispatch-room"), entry("proposal", "1"), entry("campaign", "1"),
                entry("scale", "GRADE5"), entry("questionnaire", "STANDARD"), entry("version", "1"), entry("evaluation", "1"),
                entry("view", view), entry("figure", "satisfaction_published"), entry("row", row.substring(row.lastIndexOf('/') + 1)),
                entry("change", change), entry("release", "1"), entry("request", "1"), entry("migration", "999999"), entry("modelKind", "process"), entry("model", "extension"),
                entry("briefing", "2"), entry("periodKind", "month"), entry("period", "2026-01")));
    }

    private static JsonNode first(JsonNode page, String field, String value) {
        for (JsonNode item : page.path("items")) {
            if (item.path(field).asText().equals(value)) {
                return item;
            }
        }
        throw new AssertionError("The demo company has no item with " + field + " " + value);
    }
}
