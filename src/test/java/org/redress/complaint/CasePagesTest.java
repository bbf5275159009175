package org.redress.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.Browser;
import org.redress.RedressTest;
import org.redress.shared.Actor;
import org.redress.shared.CurrentActor;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages of cases as a browser without scripts gets them. */
class CasePagesTest extends RedressTest {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    /** Each complaint comes from somebody else unless a test says otherwise. */
    private static int people;

    @Autowired
    private CurrentActor actors;
    @Autowired
    private ComplaintLifecycle cases;

    @BeforeEach
    void mondayMorning() {
        clock.reset();
    }

    @Test
    void aComplaintIsCapturedFoundAndOpenedInBothLanguages() {
        Browser intake = new Browser(url("")).as("intake");
        assertThat(intake.get("/cases/new").body()).contains("Telephone").contains("Gas › Supply interruption › No gas");
        String number = capture(intake, Map.of("summary", "No hot water since Sunday", "category", "Gas › Supply interruption › No gas"));
        String page = intake.get("/cases/" + number).body();
        assertThat(page).contains("Complaint " + number + " captured.").contains("In triage").contains("Service still interrupted")
                .contains("Triage complaint: Complaint specialist").contains("Captured through Service hotline");
        assertThat(intake.get("/cases?q=hot+water&state=OPEN&severity=S2").body()).contains(number).contains("State: All open");
        assertThat(intake.get("/cases?q=nothing-like-it").body()).contains("No case matches these filters");
        String chinese = new Browser(url("")).speaking("zh-CN").as("specialist").get("/cases/" + number).body();
        assertThat(chinese).contains("研判投诉：投诉处理专员").contains("经服务热线受理").contains("供应仍然中断");
        for (String tab : Set.of("facts", "process", "clock", "documents", "related", "timeline", "head")) {
            HttpResponse<String> answer = new Browser(url("")).speaking("zh-CN").as("specialist").get("/cases/" + number + "/" + tab);
            assertThat(answer.statusCode()).as(tab).isEqualTo(200);
            assertThat(answer.body()).as(tab).doesNotContain("??");
        }
    }

    @Test
    void whatIsWrongIsToldAndWhatWasTypedStays() {
        Browser intake = new Browser(url("")).as("intake");
        intake.get("/cases/new");
        HttpResponse<String> refused = intake.post("/cases/new", form(Map.of("summary", "", "words", "typed with care", "phone", "abc",
                "category", "no such thing", "outsideDueAt", "soon", "channel", "O12345")));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("There is a problem").contains("typed with care").contains("value=\"abc\"")
                .contains("no such thing is not a category").contains("soon is not a date and time");
    }

    @Test
    void safetyWordsMakeTheGravestSeverityWhileTyping() {
        Browser intake = new Browser(url("")).as("intake");
        intake.get("/cases/new");
        assertThat(intake.post("/cases/new/severity", form(Map.of("summary", "厨房漏气"))).body()).contains("S1").contains("safety-words");
        assertThat(intake.post("/cases/new/severity", form(Map.of("summary", "gas leak in the kitchen"))).body()).contains("S1");
        assertThat(intake.post("/cases/new/severity", form(Map.of("summary", "late again"))).body()).contains("S3").doesNotContain("S1");
    }

    @Test
    void anOpenCaseOfTheSameCustomerIsShownAndAsksWhatThisIs() {
        Browser intake = new Browser(url("")).as("intake");
        intake.get("/cases/new");
        String first = capture(intake, Map.of("summary", "first", "phone", "0755 8321 7788", "name", "李强"));
        assertThat(intake.get("/cases/new/customer?phone=0755+8321").body()).contains(first).contains("李强");
        Map<String, String> again = form(Map.of("summary", "second", "phone", "0755-83217788", "name", "李强"));
        HttpResponse<String> asked = intake.post("/cases/new", again);
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body()).contains("This customer has open cases").contains(first);

        Map<String, String> note = new LinkedHashMap<>(again);
        note.put("noteOn", first);
        assertThat(intake.post("/cases/new", note).headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).endsWith("/cases/new"));
        assertThat(intake.get("/cases/" + first).body()).contains("second");

        Map<String, String> repeat = new LinkedHashMap<>(again);
        repeat.put("repeat", first);
        assertThat(intake.post("/cases/new", repeat).body()).contains("value=\"" + first + "\"");
        repeat.remove("repeat");
        repeat.put("repeatOf", first);
        String second = location(intake.post("/cases/new", repeat));
        assertThat(intake.get("/cases/" + second).body()).contains("Repeat").contains("Repeated or reopened complaint");
        assertThat(intake.get("/cases/" + first + "/related").body()).contains(second).contains("repeats this case");

        Map<String, String> other = new LinkedHashMap<>(again);
        other.put("newReason", "another flat");
        String third = location(intake.post("/cases/new", other));
        assertThat(intake.get("/cases/" + third).body()).contains("another flat");
    }

    @Test
    void verbsWorkByPlainFormsAndKeepWhatWasTyped() {
        Browser specialist = new Browser(url("")).as("specialist");
        String number = capture(specialist, Map.of("summary", "verbs"));
        specialist.get("/cases/" + number);
        assertThat(location(specialist.post("/cases/" + number + "/note", Map.of("text", "rang twice")))).isEqualTo(number);
        assertThat(specialist.get("/cases/" + number).body()).contains("Note added.").contains("rang twice");
        HttpResponse<String> stale = specialist.post("/cases/" + number + "/withdraw", Map.of("text", "long reason typed", "version", "0"));
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("Somebody else changed case").contains("long reason typed");
        assertThat(specialist.post("/cases/" + number + "/note", Map.of("text", " ")).statusCode()).isEqualTo(422);
        specialist.get("/cases/" + number);
        assertThat(specialist.post("/cases/" + number + "/withdraw", Map.of("text", "settled in the family")).statusCode()).isEqualTo(302);
        assertThat(specialist.get("/cases/" + number).body()).contains("Withdrawn: settled in the family").doesNotContain("/withdraw\"");
    }

    @Test
    void aMistypedNumberIsHelpedAndAForeignCaseIsRefused() {
        Browser specialist = new Browser(url("")).as("specialist");
        String number = capture(specialist, Map.of("summary", "hidden from others"));
        HttpResponse<String> unknown = specialist.get("/cases/" + number + "0");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("No such case").contains("href=\"/cases/" + number + "\"");
        HttpResponse<String> hidden = new Browser(url("")).as("handler2").get("/cases/" + number);
        assertThat(hidden.statusCode()).isEqualTo(403);
        assertThat(hidden.body()).contains("Complaint specialists and managers can").doesNotContain("hidden from others");
    }

    @Test
    void theOutlineShowsWhereTheCaseStandsAndTheDiagramIsTheModel() {
        Browser specialist = new Browser(url("")).as("specialist");
        String number = capture(specialist, Map.of("summary", "position", "category", "gas.service.late"));
        String page = specialist.get("/cases/" + number + "/process").body();
        assertThat(page).contains("data-element=\"userTask_triageComplaint\"").contains("here now").contains("not reached").contains("ahead")
                .contains("Triage complaint");
        assertThat(page).containsPattern("data-marks=\"[^\"]*userTask_triageComplaint");
        HttpResponse<String> model = specialist.get("/cases/" + number + "/process.bpmn");
        assertThat(model.body()).contains("id=\"userTask_triageComplaint\"");
        assertThat(model.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).contains("xml"));
    }

    @Test
    void aDocumentIsKeptAndComesBackUnableToRun() throws Exception {
        Browser specialist = new Browser(url("")).as("specialist");
        String number = capture(specialist, Map.of("summary", "documents"));
        byte[] pdf = "%PDF-1.7 proof".getBytes(StandardCharsets.US_ASCII);
        assertThat(upload(specialist, number, "证据 1.pdf", pdf).statusCode()).isEqualTo(302);
        assertThat(upload(specialist, number, "again.pdf", pdf).statusCode()).isEqualTo(409);
        assertThat(upload(specialist, number, "page.html", "<script>".getBytes(StandardCharsets.US_ASCII)).statusCode()).isEqualTo(422);
        assertThat(upload(specialist, number, "trick.pdf", "MZ program".getBytes(StandardCharsets.US_ASCII)).statusCode()).isEqualTo(422);
        assertThat(upload(specialist, number, "empty.txt", new byte[0]).statusCode()).isEqualTo(422);
        String page = specialist.get("/cases/" + number + "/documents").body();
        assertThat(page).contains("证据 1.pdf").doesNotContain("again.pdf");
        Matcher link = Pattern.compile("/cases/" + number + "/documents/(\\d+)").matcher(page);
        assertThat(link.find()).isTrue();
        HttpResponse<String> file = specialist.get(link.group());
        assertThat(file.body()).isEqualTo("%PDF-1.7 proof");
        assertThat(file.headers().firstValue("Content-Disposition")).hasValueSatisfying(value -> assertThat(value).startsWith("attachment"));
        assertThat(file.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(file.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(value -> assertThat(value).startsWith("sandbox"));
        assertThat(new Browser(url("")).as("handler2").get(link.group()).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"specialist,200", "manager,200", "director,200", "admin,200", "leader,200", "handler,200", "handler2,403", "agent,403",
            "intake,403", "designer,403"})
    void whoMayOpenACaseOfRepairOne(String who, int status) {
        String number = capture(new Browser(url("")).as("specialist"), Map.of("summary", "for repair-1"));
        long id = jdbc.sql("select id from complaint where number = ?").param(number).query(Long.class).single();
        actors.callAs(Actor.system("test"), () -> {
            cases.assign(id, "repair-1", "gas.service.late", null, null);
            return true;
        });
        assertThat(new Browser(url("")).as(who).get("/cases/" + number).statusCode()).isEqualTo(status);
        boolean listed = status == 200;
        HttpResponse<String> list = new Browser(url("")).as(who).get("/cases?q=" + number);
        assertThat(list.statusCode() == 200 && list.body().contains("href=\"/cases/" + number + "\"")).isEqualTo(listed);
    }

    private static HttpResponse<String> upload(Browser browser, String number, String name, byte[] content) throws IOException, InterruptedException {
        Matcher token = CSRF.matcher(browser.get("/cases/" + number + "/documents").body());
        assertThat(token.find()).isTrue();
        String boundary = "----redress";
        byte[] head = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token.group(1) + "\r\n--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        return browser.client().send(browser.request("/cases/" + number + "/documents")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArrays(java.util.List.of(head, content, tail))).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String capture(Browser browser, Map<String, String> typed) {
        browser.get("/cases/new");
        return location(browser.post("/cases/new", form(typed)));
    }

    private static Map<String, String> form(Map<String, String> typed) {
        Map<String, String> form = new LinkedHashMap<>(Map.of("channel", "HOTLINE", "name", "张敏" + people++, "groupSize", "1", "severity", ""));
        form.putAll(typed);
        return form;
    }

    private static String location(HttpResponse<String> response) {
        String location = response.headers().firstValue("Location").orElseThrow(() -> new AssertionError(response.statusCode() + " " + response.body()));
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
