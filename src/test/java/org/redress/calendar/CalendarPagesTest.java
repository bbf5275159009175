package org.redress.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.Browser;
import org.redress.RedressTest;
import org.redress.demo.DemoWork;
import org.redress.platform.DatabaseBaseline;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The calendar as an administrator keeps it and a manager reads it, without scripts. Today is Monday, 2 March 2026. */
class CalendarPagesTest extends RedressTest {

    private static final Pattern REVISION = Pattern.compile("name=\"revision\" value=\"(\\d+)\"");
    private static final Pattern TOKEN = Pattern.compile("<meta name=\"csrf-token\" content=\"([^\"]+)\"");
    private static final String WEEKDAY = "08:30-12:00 13:30-17:30";

    @Autowired
    private ApplicationContext application;
    @Autowired
    private DatabaseBaseline baseline;
    @Autowired
    private StoredCalendars calendars;

    @BeforeEach
    void firstDay() {
        baseline.restore();
        calendars.forget();
        clock.reset();
    }

    @Test
    void theDaysOfChinaAreThereAndMarkedInWords() {
        var manager = new Browser(url("")).as("manager");
        var october = manager.get("/admin/calendars?month=2026-10").body();
        assertThat(october).contains("October 2026", "National Day", "Make-up working day", "Asia/Shanghai", "08:30-12:00 13:30-17:30")
                .doesNotContain("/admin/calendars/draft");
        assertThat(manager.speaking("zh-CN").get("/admin/calendars?month=2026-10&lang=zh-CN").body()).contains("2026年10月", "国庆节", "调休上班", "工作日历");
        assertThat(manager.get("/admin/calendars/draft").statusCode()).isEqualTo(403);
        assertThat(manager.post("/admin/calendars/proposals", Map.of()).statusCode()).isEqualTo(403);
        assertThat(manager.get("/admin/calendars?version=7").statusCode()).isEqualTo(404);
        assertThat(manager.get("/admin/calendars?month=nonsense&region=nowhere").statusCode()).isEqualTo(200);
    }

    @Test
    void aCalendarWithoutWorkingTimeIsRefusedAndWhatWasTypedStays() {
        var admin = new Browser(url("")).as("admin");
        var form = week("", "", "", "", "");
        form.put("revision", revision(admin, "/admin/calendars/draft/week"));
        form.put("zone", "Europe/Berlin");
        var refused = admin.post("/admin/calendars/draft/week", form);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("This calendar has no working time at all. Enter hours for at least one day.", "value=\"Europe/Berlin\"");

        form.put("monday", "17:30-08:30");
        assertThat(admin.post("/admin/calendars/draft/week", form).body()).contains("Working hours need a start before their end", "17:30-08:30");
        form.put("monday", "late");
        form.put("zone", "Nowhere");
        assertThat(admin.post("/admin/calendars/draft/week", form).body()).contains("Working hours need a start");
        form.put("monday", WEEKDAY);
        assertThat(admin.post("/admin/calendars/draft/week", form).body()).contains("There is no time zone Nowhere.");

        admin.speaking("zh-CN");
        form.put("monday", "");
        form.put("zone", "Asia/Shanghai");
        assertThat(admin.post("/admin/calendars/draft/week?lang=zh-CN", form).body()).contains("该工作日历没有任何工作时间");
    }

    @Test
    void aYearWithoutWorkIsRefusedToo() {
        var admin = new Browser(url("")).as("admin");
        var form = new LinkedHashMap<>(Map.of("revision", revision(admin, "/admin/calendars/draft/suspension"), "from", "2026-01-01T00:00",
                "to", "2027-06-01T00:00", "nameEn", "Endless", "nameZh", ""));
        var refused = admin.post("/admin/calendars/draft/suspension", form);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("no working time for more than a year", "value=\"Endless\"");
        form.put("to", "2025-06-01T00:00");
        assertThat(admin.post("/admin/calendars/draft/suspension", form).body()).contains("It has to end after it begins.");
        form.put("from", "soon");
        assertThat(admin.post("/admin/calendars/draft/suspension", form).body()).contains("Enter a date and a time");
    }

    @Test
    void aDayIsEditedSeenInThePreviewSavedAndApproved() {
        DemoWork.load(application);
        var before = dues();
        var admin = new Browser(url("")).as("admin");
        tomorrowIsFree(admin);
        assertThat(admin.get("/admin/calendars/draft?month=2026-03").body()).contains("Founding day", "What changes (1)");
        var preview = admin.get("/admin/calendars/draft/preview").body();
        assertThat(preview).contains("Founding day").containsPattern("<dt>Clocks</dt><dd>[1-9]");
        assertThat(dues()).as("looking moves nothing").isEqualTo(before);

        assertThat(admin.post("/admin/calendars/draft/save", Map.of("revision", "1", "reason", " ")).body()).contains("Say why");
        var saved = admin.post("/admin/calendars/draft/save", Map.of("revision", "1", "reason", "Founding day is free"));
        var proposal = saved.headers().firstValue("Location").orElseThrow();
        assertThat(proposal).startsWith("/admin/calendars/proposals/");
        assertThat(dues()).as("saving moves nothing").isEqualTo(before);
        assertThat(admin.get(proposal).body()).contains("Founding day is free", "Undecided", "Approve all");
        assertThat(new Browser(url("")).as("manager").get(proposal).body()).contains("Founding day is free").doesNotContain("Approve all");

        admin.post(proposal + "/approve", Map.of("all", "true"));
        carriedOut(admin, proposal);
        assertThat(dues()).isNotEqualTo(before);
        assertThat(admin.get(proposal).body()).contains("Corrected", "Undo everything");
        admin.post(proposal + "/undo", Map.of("all", "true"));
        carriedOut(admin, proposal);
        assertThat(dues()).isEqualTo(before);
        assertThat(admin.post(proposal + "/approve", Map.of("all", "true")).statusCode()).as("nothing is left to decide").isEqualTo(409);
        assertThat(jdbc.sql("select act from audit_entry where subject = 'CALENDAR' and origin <> 'demo' order by id").query(String.class).list())
                .containsExactly("SAVE_CALENDAR", "APPROVE_CALENDAR_PROPOSAL", "UNDO_CALENDAR_PROPOSAL");
    }

    @Test
    void nobodyOverwritesWhatTheyHaveNotSeen() {
        var admin = new Browser(url("")).as("admin");
        tomorrowIsFree(admin);
        var stale = admin.post("/admin/calendars/draft/day", Map.of("revision", "0", "region", "", "date", "2026-03-04", "kind", "HOLIDAY",
                "hours", "", "nameEn", "Other", "nameZh", ""));
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("Somebody else has changed the draft");
        assertThat(admin.post("/admin/calendars/draft/drop", Map.of("revision", "1")).statusCode()).isEqualTo(302);
        assertThat(admin.get("/admin/calendars/draft?month=2026-03").body()).doesNotContain("Founding day");
    }

    @Test
    void aRegionHasDaysAndHoursOfItsOwn() {
        var admin = new Browser(url("")).as("admin");
        var region = Map.of("revision", revision(admin, "/admin/calendars/draft/region"), "code", "tibet", "nameEn", "Tibet", "nameZh", "西藏", "areas",
                "拉萨，日喀则");
        assertThat(admin.post("/admin/calendars/draft/region", region).statusCode()).isEqualTo(302);
        assertThat(admin.post("/admin/calendars/draft/day", Map.of("revision", "1", "region", "tibet", "date", "2026-03-28", "kind", "HOLIDAY", "hours",
                "", "nameEn", "Serfs’ Day", "nameZh", "百万农奴解放纪念日")).statusCode()).isEqualTo(302);
        var week = week("10:00-13:00 15:30-19:00", "", "", "", "");
        week.put("revision", "2");
        week.put("region", "tibet");
        week.put("own", "true");
        assertThat(admin.post("/admin/calendars/draft/week", week).statusCode()).isEqualTo(302);
        assertThat(admin.get("/admin/calendars/draft?region=tibet&month=2026-03").body()).contains("Serfs’ Day", "10:00-13:00 15:30-19:00", "拉萨");
        assertThat(admin.get("/admin/calendars/draft?month=2026-03").body()).doesNotContain("10:00-13:00 15:30-19:00</dd>");
        week.put("revision", "3");
        week.put("monday", "");
        assertThat(admin.post("/admin/calendars/draft/week", week).body()).contains("The region tibet has no working time at all.");
        assertThat(admin.post("/admin/calendars/draft/save", Map.of("revision", "3", "reason", "Tibet")).headers().firstValue("Location"))
                .as("no case there").hasValue("/admin/calendars");
        assertThat(calendars.of(2, "拉萨", null).slots(LocalDate.parse("2026-03-02")).toString()).contains("10:00-13:00");
        assertThat(calendars.of(2, null, null).slots(LocalDate.parse("2026-03-02")).toString()).contains("08:30-12:00");
        assertThat(calendars.of(1, "拉萨", null)).isEqualTo(calendars.of(1, null, null));
        assertThat(calendars.newest()).isEqualTo(2);
    }

    @Test
    void filesGoOutAndComeBackUnchanged() throws IOException, InterruptedException {
        var admin = new Browser(url("")).as("admin");
        var csv = admin.get("/admin/calendars/days.csv?version=1").body();
        var ics = admin.get("/admin/calendars/days.ics?version=1").body();
        assertThat(csv).contains("date,kind,name_zh,name_en", "2026-10-01,HOLIDAY");
        assertThat(ics).startsWith("BEGIN:VCALENDAR").contains("SUMMARY:国庆节");
        assertThat(send(admin, "days.csv", csv).body()).containsPattern("Known before</dt><dd>[1-9]").containsPattern("New</dt><dd>0");
        assertThat(send(admin, "days.ics", ics).body()).containsPattern("Changed</dt><dd>0").containsPattern("New</dt><dd>0");
        assertThat(admin.get("/admin/calendars/draft").body()).contains("What changes (0)");

        var mixed = "date,kind,name_zh,name_en,hours\n2027-01-01,HOLIDAY,元旦,New Year,\nnever,HOLIDAY,x,y,\n2027-01-02,HALF_DAY,半天,Half,\n2027-01-03,WORKDAY,调休,Make-up,09:00-12:00\n";
        var answer = send(admin, "next.csv", mixed);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).containsPattern("New</dt><dd>2").containsPattern("Refused</dt>\\s*<dd>2").contains("<th scope=\"row\">3</th>", "<th scope=\"row\">4</th>",
                "the hours do not fit the kind of day");
        assertThat(send(admin, "next.csv", mixed).body()).containsPattern("New</dt><dd>0").containsPattern("Known before</dt><dd>2");
        assertThat(send(admin, "next.csv", "day,what\n1,2\n").body()).contains("The first line has to name these columns");
        assertThat(send(admin, "next.ics", "hello").body()).contains("This is not an iCalendar file");
        assertThat(send(admin, "", "").body()).contains("Choose a file first.");
    }

    private Map<String, String> dues() {
        Map<String, String> dues = new LinkedHashMap<>();
        jdbc.sql("select complaint_id || ' ' || kind as clock, due_at || ' ' || coalesce(breached_at::text, '-') as due from case_clock order by 1")
                .query(row -> {
                    dues.put(row.getString("clock"), row.getString("due"));
                });
        return dues;
    }

    private static void tomorrowIsFree(Browser admin) {
        assertThat(admin.get("/admin/calendars/draft/day?date=2026-03-03").body()).contains("value=\"2026-03-03\"");
        assertThat(admin.post("/admin/calendars/draft/day", Map.of("revision", "0", "region", "", "date", "2026-03-03", "kind", "HOLIDAY", "hours", "",
                "nameEn", "Founding day", "nameZh", "厂庆")).statusCode()).isEqualTo(302);
    }

    private static void carriedOut(Browser admin, String proposal) {
        for (int asked = 0; asked < 3_000; asked++) {
            if (!admin.get(proposal + "/progress").body().contains("hx-get")) {
                return;
            }
        }
        throw new AssertionError("The proposal is still running");
    }

    private static Map<String, String> week(String monday, String tuesday, String wednesday, String thursday, String friday) {
        return new LinkedHashMap<>(Map.of("region", "", "zone", "Asia/Shanghai", "monday", monday, "tuesday", tuesday, "wednesday", wednesday,
                "thursday", thursday, "friday", friday, "saturday", "", "sunday", ""));
    }

    private static String revision(Browser browser, String page) {
        Matcher found = REVISION.matcher(browser.get(page).body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static HttpResponse<String> send(Browser browser, String name, String content) throws IOException, InterruptedException {
        var page = browser.get("/admin/calendars/draft/import").body();
        Matcher revision = REVISION.matcher(page);
        Matcher token = TOKEN.matcher(page);
        assertThat(revision.find() && token.find()).isTrue();
        var body = part("_csrf", token.group(1)) + part("revision", revision.group(1)) + "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n--cut--\r\n";
        return browser.client().send(browser.request("/admin/calendars/draft/import").header("Content-Type", "multipart/form-data; boundary=cut")
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8)).build(), BodyHandlers.ofString());
    }

    private static String part(String name, String value) {
        return "--cut\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }
}
