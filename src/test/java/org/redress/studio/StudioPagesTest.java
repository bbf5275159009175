package org.redress.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.Browser;
import org.redress.RedressTest;
import org.redress.platform.DatabaseBaseline;
import org.springframework.beans.factory.annotation.Autowired;

/** The studio as a browser without scripts gets it: home, changes, drafts as text, files in and out, two designers at one file. */
class StudioPagesTest extends RedressTest {

    private static final Pattern TOKEN = Pattern.compile("<meta name=\"csrf-token\" content=\"([^\"]+)\"");
    private static final String SIGN = "/edit/form/userTask_signForCase";

    @Autowired
    private DatabaseBaseline database;

    private Browser designer;
    private Browser second;

    @BeforeEach
    void signIn() {
        database.restore();
        clock.reset();
        designer = new Browser(url("")).as("designer");
        second = new Browser(url("")).as("designer2");
    }

    @Test
    void theHomeShowsWhatRuns() {
        assertThat(designer.get("/designer?lang=en").body()).contains("Complaint handling", "bpmn/severity.dmn", "Sign for case", "No open tasks").doesNotContain("??");
        assertThat(new Browser(url("")).as("manager").get("/designer?lang=zh-CN").body()).contains("投诉处理", "等级判定", "现行版本").doesNotContain("新建变更", "??");
        assertThat(new Browser(url("")).as("handler").get("/designer").statusCode()).isEqualTo(403);
    }

    @Test
    void aChangeIsBegunNamedAndDiscarded() {
        assertThat(designer.post("/designer/changes/new", Map.of("title", " ")).statusCode()).isEqualTo(422);
        String change = begun();
        assertThat(designer.get(change + "?lang=en").body()).contains("This change touches no file yet", "Steps of the change").doesNotContain("??");
        assertThat(designer.post(change, Map.of("title", "Sign at once", "note", "因为太慢")).statusCode()).isEqualTo(302);
        assertThat(designer.post(change, Map.of("title", "")).statusCode()).isEqualTo(422);
        assertThat(designer.get("/designer/changes?lang=zh-CN").body()).contains("Sign at once", "编辑中").doesNotContain("??");
        assertThat(new Browser(url("")).as("manager").post(change + "/discard", Map.of()).statusCode()).isEqualTo(403);
        assertThat(designer.post(change + "/discard", Map.of()).statusCode()).isEqualTo(302);
        assertThat(designer.get("/designer/changes?all=true&lang=en").body()).contains("discarded");
        assertThat(designer.post(change + "/files", Map.of("file", "bpmn/severity.dmn")).statusCode()).isEqualTo(409);
    }

    @Test
    void aDraftIsEditedAsTextAndGoesBack() {
        String change = begun();
        assertThat(designer.post(change + "/files", Map.of("file", "forms/userTask_signForCase.form")).statusCode()).isEqualTo(302);
        String page = designer.get(change + SIGN + "?lang=en").body();
        assertThat(page).contains("data-studio-form=\"yes\"", "Source text of the model", "签收或退单", "Save version").doesNotContain("??");
        assertThat(designer.get(change + SIGN).headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("script-src 'self'", "style-src-attr 'unsafe-inline'"));
        assertThat(designer.post(change + SIGN, Map.of("content", "{", "revision", "1")).statusCode()).isEqualTo(422);
        String changed = source(designer, change).replace("Sign for it", "Sign it");
        assertThat(designer.post(change + SIGN, Map.of("content", changed, "revision", "1")).statusCode()).isEqualTo(302);
        assertThat(source(designer, change)).isEqualTo(changed);
        HttpResponse<String> stale = designer.post(change + SIGN, Map.of("content", changed.replace("Sign it", "Sign now"), "revision", "1"));
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("Sign now", "Sign it", "Download my text");
        Matcher version = Pattern.compile("/versions/(\\d+)/restore").matcher(designer.get(change + SIGN).body());
        List<String> versions = new ArrayList<>();
        while (version.find()) {
            versions.add(version.group(1));
        }
        assertThat(designer.post(change + SIGN + "/versions/" + versions.get(versions.size() - 1) + "/restore", Map.of()).statusCode()).isEqualTo(302);
        assertThat(source(designer, change)).contains("Sign for it");
        assertThat(designer.get(change + "/edit?lang=en").body()).contains("unchanged so far", "Gao Yang");
        assertThat(designer.post(change + SIGN + "/take-out", Map.of()).statusCode()).isEqualTo(302);
        assertThat(designer.get(change + SIGN + "?lang=en").body()).contains("takes the file out");
        assertThat(designer.post(change + SIGN + "/leave", Map.of()).statusCode()).isEqualTo(302);
        assertThat(designer.get(change + SIGN).statusCode()).isEqualTo(404);
    }

    @Test
    void theSecondDesignerReadsUntilTheyTakeOver() {
        String change = begun();
        designer.post(change + "/files", Map.of("file", "forms/userTask_signForCase.form"));
        designer.get(change + SIGN);
        assertThat(second.get(change + SIGN + "?lang=zh-CN").body()).contains("高扬正在编辑", "接管编辑", "data-read-only=\"yes\"");
        assertThat(new Browser(url("")).as("admin").get(change + SIGN + "?lang=en").body()).contains("Gao Yang is editing").doesNotContain("Take over");
        String theirs = source(designer, change).replace("Sign for it", "Of He Ping");
        assertThat(call(second, change + SIGN + "/save?revision=1", theirs).statusCode()).isEqualTo(409);
        assertThat(second.post(change + SIGN + "/take-over", Map.of()).statusCode()).isEqualTo(302);
        HttpResponse<String> saved = call(second, change + SIGN + "/save?revision=1&keep=true", theirs);
        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(saved.body()).contains("\"revision\":2", "\"mine\":true");
        HttpResponse<String> lost = call(designer, change + SIGN + "/save?revision=1", source(designer, change).replace("Of He Ping", "Of Gao Yang"));
        assertThat(lost.statusCode()).isEqualTo(409);
        Matcher aside = Pattern.compile("\"aside\":(\\d+)").matcher(lost.body());
        assertThat(aside.find()).isTrue();
        assertThat(designer.get(change + SIGN + "/versions/" + aside.group(1) + "/source").body()).contains("Of Gao Yang");
        assertThat(call(designer, change + SIGN + "/hold", "").body()).contains("\"mine\":false", "He Ping");
        assertThat(call(second, change + SIGN + "/release", "").statusCode()).isEqualTo(204);
        assertThat(call(designer, change + SIGN + "/hold", "").body()).contains("\"mine\":true");
        assertThat(call(designer, change + SIGN + "/save?revision=2", " ".repeat((2 << 20) + 1)).statusCode()).isEqualTo(413);
    }

    @Test
    void filesComeInAndGoOut() throws IOException {
        String change = begun();
        String form = Files.readString(Path.of("forms/userTask_signForCase.form"));
        String process = Files.readString(Path.of("bpmn/briefing.bpmn")).replace("\n", "\r\n");
        HttpResponse<String> mixed = upload(change, Map.of("renamed.form", form.replace("\n", ""), "old.bpmn", process, "notes.txt", "x", "broken.dmn", "<a>"));
        assertThat(mixed.statusCode()).isEqualTo(422);
        assertThat(mixed.body()).contains("notes.txt", "broken.dmn", "userTask_signForCase.form", "bpmn/briefing.bpmn").doesNotContain("renamed.form");
        assertThat(source(designer, change)).as("laid out as in the repository").isEqualTo(form);
        assertThat(upload(change, Map.of("again.form", form.replace("Sign for it", "Once more"))).statusCode()).isEqualTo(302);
        assertThat(upload(change, Map.of()).statusCode()).isEqualTo(422);
        HttpResponse<byte[]> zip = bytes(change + "/export.zip");
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.body()))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(files).containsOnlyKeys("bpmn/briefing.bpmn", "forms/userTask_signForCase.form");
        assertThat(files.get("bpmn/briefing.bpmn")).isEqualTo(process.replace("\r\n", "\n"));
        assertThat(bytes(change + "/export.zip?all=true").body().length).isGreaterThan(zip.body().length);
    }

    @Test
    void newModelsBeginWithSomethingToDrawOn() {
        String change = begun();
        for (String kind : List.of("PROCESS", "DECISION", "FORM")) {
            Map<String, String> sent = Map.of("kind", kind, "model", "tried-" + kind, "nameEn", "Tried <once>", "nameZh", "试");
            HttpResponse<String> made = designer.post(change + "/new", sent);
            assertThat(made.statusCode()).isEqualTo(302);
            assertThat(designer.post(change + "/new", sent).statusCode()).as("twice").isEqualTo(422);
        }
        assertThat(designer.get(change + "/edit/process/tried-PROCESS?lang=en").body()).contains("Tried &lt;once&gt;", "data-studio-process=\"yes\"");
        assertThat(designer.get(change + "/edit/decision/tried-DECISION?lang=zh-CN").body()).contains("data-studio-decision=\"yes\"").doesNotContain("??");
        assertThat(designer.post(change + "/new", Map.of("kind", "PROCESS", "model", "../x", "nameEn", "a", "nameZh", "b")).statusCode()).isEqualTo(422);
        assertThat(designer.get(change + "/edit/song/x").statusCode()).isEqualTo(404);
    }

    /** @return address of the change */
    private String begun() {
        HttpResponse<String> answer = designer.post("/designer/changes/new", Map.of("title", "Sign sooner", "origin", "RUNNING"));
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "").replaceFirst("/edit$", "");
    }

    private String source(Browser browser, String change) {
        return browser.get(change + SIGN + "/source").body();
    }

    private HttpResponse<String> call(Browser browser, String path, String body) {
        HttpRequest request = browser.request(path).header("Content-Type", "text/plain").header("X-XSRF-TOKEN", token(browser))
                .POST(HttpRequest.BodyPublishers.ofString(body)).build();
        return send(browser, request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> upload(String change, Map<String, String> files) {
        StringBuilder body = new StringBuilder();
        files.forEach((name, text) -> body.append("--X\r\nContent-Disposition: form-data; name=\"files\"; filename=\"").append(name)
                .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n").append(text).append("\r\n"));
        body.append("--X\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\nx\r\n--X--\r\n");
        HttpRequest request = designer.request(change + "/import").header("Content-Type", "multipart/form-data; boundary=X")
                .header("X-XSRF-TOKEN", token(designer)).POST(HttpRequest.BodyPublishers.ofString(body.toString())).build();
        return send(designer, request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<byte[]> bytes(String path) {
        return send(designer, designer.request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String token(Browser browser) {
        Matcher found = TOKEN.matcher(browser.get("/settings").body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static <T> HttpResponse<T> send(Browser browser, HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return browser.client().send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
