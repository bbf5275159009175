package org.redress.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.Api;
import org.redress.Browser;
import org.redress.RedressTest;

/** Whatever goes wrong is told in one shape to programs, in a sentence to people, and never with our insides. */
class ProblemsTest extends RedressTest {

    private static final String JOBS = "/api/v1/service-jobs";

    @Test
    void jsonThatCannotBeReadSaysWhere() {
        var answer = Api.as(url(""), "agent").post(JOBS, "{\"jobs\": [}");
        var problem = Api.json(answer);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(problem.fieldNames()).toIterable().contains("type", "title", "status", "detail", "instance", "code", "reference");
        assertThat(problem.get("detail").asText()).contains("line 1");
        assertThat(problem.get("instance").asText()).isEqualTo(JOBS);
    }

    @Test
    void aWrongTypeNamesItsField() {
        var problem = Api.json(Api.as(url(""), "agent").post(JOBS, "{\"jobs\": {\"externalId\": 1}}"));
        assertThat(problem.get("status").asInt()).isEqualTo(422);
        assertThat(problem.at("/errors/0/field").asText()).isEqualTo("jobs");
    }

    @Test
    void theSentenceComesInTheLanguageOfTheCall() {
        var api = Api.as(url(""), "agent").speaking("zh-CN");
        assertThat(Api.json(api.post(JOBS, "{")).get("detail").asText()).contains("无法识别");
        assertThat(Api.json(api.get("/api/v1/nothing")).get("title").asText()).isEqualTo("找不到此页面");
    }

    @Test
    void aMethodThatIsNotServedIs405() {
        var answer = Api.as(url(""), "agent").get(JOBS);
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(Api.json(answer).get("code").asText()).isEqualTo("error.405.text");
    }

    @Test
    void aPageThatIsNotThereIsAPageWithASentence() {
        var browser = new Browser(url("")).as("admin");
        var missing = browser.get("/admin/people/nobody");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("There is nobody called nobody.", "<title>Nothing is here</title>", "<main").doesNotContain("Exception");
        assertThat(browser.speaking("zh-CN").get("/no/such/page?lang=zh-CN").body()).contains("地址有误");
    }

    @Test
    void aScriptThatAskedForAPieceGetsAPiece() throws Exception {
        var browser = new Browser(url("")).as("admin");
        var request = browser.request("/admin/people/nobody").header("HX-Request", "true").build();
        var answer = browser.client().send(request, java.net.http.HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is nobody called nobody.", "data-problem").doesNotContain("<html");
    }

    @Test
    void whatWasTypedComesBackWithARefusal() {
        var browser = new Browser(url("")).as("admin");
        browser.get("/admin/people/agent");
        var refused = browser.post("/admin/people/nobody", Map.of("nameEn", "Typed with care", "newPassword", "never shown"));
        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.body()).contains("What you had typed", "Typed with care").doesNotContain("never shown");
    }
}
