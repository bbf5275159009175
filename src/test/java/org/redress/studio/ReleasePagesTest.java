package org.redress.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Test;
import org.redress.Browser;
import org.redress.RedressTest;
import org.redress.shared.Actor;
import org.redress.shared.CurrentActor;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages of releases and comparisons, without scripts, in both languages. */
class ReleasePagesTest extends RedressTest {

    private static final String BRIEFING = "bpmn/briefing.bpmn";
    private static final String DMN = "bpmn/attempts.dmn";
    private static final String FORM = "forms/userTask_signForCase.form";

    @Autowired
    Changes changes;
    @Autowired
    Drafts drafts;
    @Autowired
    Releases releases;
    @Autowired
    RunningModels running;
    @Autowired
    ReleaseBook book;
    @Autowired
    CurrentActor actors;

    @Test
    void aDesignerComparesAsksIsRefusedHerOwnAndAColleagueApproves() throws IOException, InterruptedException {
        long change = change();
        Browser designer = new Browser(url("")).as("designer");
        String compare = designer.get("/designer/changes/" + change + "/compare").body();
        assertThat(compare).contains("time allowed", "2 working days", "3 working days", "longest text", "&lt; 3", "&lt; 2");
        assertThat(new Browser(url("")).speaking("zh-CN").as("designer").get("/designer/changes/" + change + "/compare").body())
                .contains("时限额度", "2 个工作日", "3 个工作日", "最长长度");
        assertThat(designer.get("/designer/changes/" + change + "/compare/diagram?file=" + BRIEFING + "&side=after").body()).contains("3 bd");
        assertThat(designer.get("/designer/changes/" + change + "/compare/diagram?file=" + BRIEFING + "&side=before").body()).contains("2 bd");
        assertThat(designer.get("/designer/changes/" + change + "/compare/diagram?file=bpmn/no.bpmn&side=before").statusCode()).isEqualTo(404);

        String page = "/designer/changes/" + change + "/release";
        assertThat(designer.get(page).body()).contains(FORM, "Ask for the release");
        HttpResponse<String> wrong = designer.post(page, Map.of("note", "", "notBefore", "tomorrow", "versionTag", "kept"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Write day and time like", "value=\"kept\"");
        HttpResponse<String> asked = designer.post(page, Map.of("note", "More time for the briefing", "versionTag", "2026.3"));
        assertThat(asked.statusCode()).isEqualTo(302);
        String waiting = designer.get(page).body();
        assertThat(waiting).contains("He Ping", "you cannot approve it").doesNotContain("Approve and release");
        long request = releases.ofChange(change).orElseThrow().id();
        assertThat(designer.post("/designer/releases/requests/" + request + "/approve", Map.of()).statusCode()).as("a crafted request").isEqualTo(403);

        Browser colleague = new Browser(url("")).as("designer2");
        assertThat(colleague.get("/designer/releases/requests/" + request).body()).contains("Approve and release", "More time for the briefing");
        HttpResponse<String> approved = colleague.post("/designer/releases/requests/" + request + "/approve", Map.of());
        assertThat(approved.statusCode()).isEqualTo(302);
        int number = book.inForce().orElseThrow().number();
        assertThat(approved.headers().firstValue("Location").orElseThrow()).endsWith("/designer/releases/" + number);

        Browser admin = new Browser(url("")).as("admin");
        assertThat(admin.get("/designer/releases").body()).contains("More time", "2026.3", "in force");
        assertThat(admin.get("/designer/releases/" + number).body()).contains("2 working days", "3 working days", "Gao Yang", "He Ping", book.inForce().orElseThrow().fingerprint())
                .doesNotContain("Put this one into force again");
        assertThat(admin.get("/designer/releases/1").body()).doesNotContain("Ask to put it into force again");
        assertThat(colleague.get("/designer/releases/1").body()).contains("Ask to put it into force again");
        assertThat(admin.post("/designer/releases/1/back", Map.of("note", "x")).statusCode()).isEqualTo(403);

        assertThat(admin.get("/designer/releases/current/differences").body()).contains(FORM, "3 working days");
        assertThat(zip(admin, "/designer/releases/current/export.zip?changed=true").keySet()).containsExactly(DMN, BRIEFING, FORM);
        assertThat(zip(admin, "/designer/releases/" + number + "/files.zip")).hasSize(book.files(book.inForce().orElseThrow().id()).files().size())
                .containsEntry(FORM, new String(running.inForce().files().get(FORM), StandardCharsets.UTF_8));

        HttpResponse<String> back = colleague.post("/designer/releases/1/back", Map.of("note", "It was better"));
        assertThat(back.statusCode()).isEqualTo(302);
        assertThat(back.headers().firstValue("Location").orElseThrow()).contains("/designer/releases/requests/");
    }

    private long change() {
        return actors.callAs(new Actor("designer", Set.of("PROCESS_DESIGNER"), Set.of(), "test"), (Supplier<Long>) () -> {
            long id = changes.create("More time", Changes.Origin.RUNNING);
            save(id, BRIEFING, text(BRIEFING).replace("value=\"2 bd\"", "value=\"3 bd\""));
            save(id, DMN, text(DMN).replace("&lt; 3", "&lt; 2").replace("&gt;= 3", "&gt;= 2"));
            save(id, FORM, text(FORM).replace("\"maxLength\": 2000", "\"maxLength\": 500"));
            return id;
        });
    }

    private void save(long change, String file, String text) {
        Draft draft = drafts.add(change, file, null);
        drafts.save(change, file, text.getBytes(StandardCharsets.UTF_8), draft.revision(), true);
    }

    private String text(String file) {
        return new String(running.inForce().files().get(file), StandardCharsets.UTF_8);
    }

    private static Map<String, String> zip(Browser browser, String path) throws IOException, InterruptedException {
        byte[] packed = browser.client().send(browser.request(path).GET().build(), BodyHandlers.ofByteArray()).body();
        Map<String, String> files = new TreeMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(packed))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
