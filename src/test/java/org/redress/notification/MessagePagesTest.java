package org.redress.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.Browser;
import org.redress.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The bell, the outbox, texts and channels as people use them, without scripts. */
class MessagePagesTest extends RedressTest {

    private static final Pattern ID = Pattern.compile("/bell/(\\d+)/read");

    @Autowired
    private ApplicationContext application;

    @Autowired
    private MessageTemplates templates;

    private OutboxKit kit;
    private Browser admin;

    @BeforeEach
    void begin() {
        jdbc.sql("truncate message, bell_note, webhook_channel, message_template").update();
        jdbc.sql("update outlet set failures = 0, failing_since = null, paused_until = null, trouble = null").update();
        kit = new OutboxKit(application, clock);
        admin = new Browser(url("")).as("admin");
    }

    @Test
    void theBellCountsIsReadAndLeadsToTheCase() {
        kit.send(OutboxKit.toPerson("k/1", "handler", null, false), OutboxKit.toPerson("k/2", "handler", null, true), OutboxKit.toPerson("k/3", "leader", null, true));
        var handler = new Browser(url("")).as("handler");
        assertThat(handler.get("/settings").body()).contains("Messages: 2 unread");
        var page = handler.get("/bell").body();
        assertThat(page).contains("Reminder: RD-2026-000002 (S2)", "Due: 2 Mar 2026, 09:00", "The stove &lt;goes&gt; out").doesNotContain("{case}", "{severity}", "{note}");
        assertThat(handler.speaking("zh-CN").get("/bell").body()).contains("【催办】投诉 RD-2026-000002（S2）", "到期时间：2026年3月2日 09:00");
        handler.speaking("en");

        var ids = ID.matcher(page).results().map(found -> found.group(1)).toList();
        assertThat(ids).hasSize(2);
        assertThat(handler.post("/bell/" + ids.get(0) + "/open", Map.of()).headers().firstValue("Location")).hasValueSatisfying(
                to -> assertThat(to).endsWith("/cases/RD-2026-000002"));
        assertThat(handler.get("/bell/button").body()).contains("Messages: 1 unread");
        handler.post("/bell/" + ids.get(0) + "/read", Map.of("read", "false"));
        assertThat(handler.get("/bell/button").body()).contains("Messages: 2 unread");
        kit.send(OutboxKit.toPerson("k/4", "handler", null, false));
        handler.post("/bell/read", Map.of("upTo", ids.get(0)));
        assertThat(handler.get("/bell?show=unread").body()).as("what came since is still unread").contains("Mark read").doesNotContain("Mark unread");
        assertThat(handler.get("/bell/button").body()).contains("Messages: 1 unread");

        var other = jdbc.sql("select id from bell_note where username = 'leader'").query(String.class).single();
        assertThat(handler.post("/bell/" + other + "/open", Map.of()).statusCode()).isEqualTo(404);
        assertThat(jdbc.sql("select count(*) from live_event where topic = 'bell' and ref = 'handler'").query(Integer.class).single()).isPositive();
        assertThat(handler.get("/events?topics=bell:leader").statusCode()).isEqualTo(403);
    }

    @Test
    void everyTextHasANameInBothLanguages() {
        assertThat(admin.get("/admin/templates").body()).contains("Briefing published", "Scheduled report").doesNotContain("??");
        assertThat(admin.speaking("zh-CN").get("/admin/templates").body()).contains("回访简报发布", "定时报表").doesNotContain("??");
    }

    @Test
    void theBellIsPagedByKey() {
        for (int i = 0; i < 35; i++) {
            kit.send(OutboxKit.toPerson("k/" + i, "handler", null, false));
        }
        var handler = new Browser(url("")).as("handler");
        var first = handler.get("/bell").body();
        var next = Pattern.compile("href=\"(/bell\\?[^\"]*before=\\d+)\"").matcher(first).results().findFirst().orElseThrow().group(1).replace("&amp;", "&");
        var seen = new ArrayList<>(ID.matcher(first).results().map(found -> found.group(1)).toList());
        seen.addAll(ID.matcher(handler.get(next).body()).results().map(found -> found.group(1)).toList());
        assertThat(seen).hasSize(35).doesNotHaveDuplicates();
        assertThat(handler.get("/bell?before=x").statusCode()).isEqualTo(400);
    }

    @Test
    void theOutboxShowsWhyAndTriesAgain() {
        kit.send(OutboxKit.toCustomer("k/none", null), OutboxKit.toCustomer("k/mail", "zhang@example.com"));
        OutboxKit.round(kit.node((Integer) null));
        var page = admin.get("/ops/outbox").body();
        assertThat(page).contains("No mail server is configured", "No mail address is known.", "Undeliverable 1", "Waiting 1", "Phone 0755-0100 1000");
        assertThat(admin.get("/ops/outbox?state=WAITING").body()).contains("k/mail").doesNotContain("k/none");
        assertThat(admin.get("/ops/outbox?to=zhang%40example.com").body()).contains("k/mail").doesNotContain("k/none");
        assertThat(admin.get("/ops/outbox?case=RD-2026-999999").body()).contains("No message matches.");
        assertThat(admin.get("/ops/outbox?state=LOST").statusCode()).isEqualTo(400);
        assertThat(admin.speaking("zh-CN").get("/ops/outbox").body()).contains("未登记邮箱地址。", "尚未配置邮件服务器");
        admin.speaking("en");

        long id = jdbc.sql("select id from message where key = 'k/none'").query(Long.class).single();
        assertThat(admin.post("/ops/outbox/" + id + "/retry", Map.of("back", "https://evil.example")).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/ops/outbox"));
        assertThat(jdbc.sql("select state from message where key = 'k/none'").query(String.class).single()).isEqualTo("WAITING");
        assertThat(admin.post("/ops/outbox/" + id + "/retry", Map.of()).statusCode()).as("not undeliverable any more").isEqualTo(409);
        assertThat(admin.post("/ops/outbox/wake", Map.of("outlet", "mail")).statusCode()).isEqualTo(302);
        assertThat(admin.post("/ops/outbox/wake", Map.of("outlet", "hook:none")).statusCode()).isEqualTo(404);
        assertThat(new Browser(url("")).as("manager").get("/ops/outbox").statusCode()).isEqualTo(403);
    }

    @Test
    void everyShippedTextNamesOnlyWhatItMayAndReadsWellWithExamples() {
        assertThat(templates.codes()).contains("clock.reminder", "clock.breached", "clock.supervision", "clock.director", "clock.outsideBody",
                "supervision.ordered", "extension.asked", "extension.decided", "case.received", "case.resolved", "case.reopened", "s1.captured");
        for (var view : templates.all()) {
            var preview = templates.preview(view.code(), view.language(), view.text());
            assertThat(preview.subject() + preview.plain()).as(view.code() + " " + view.language()).doesNotContain("{", "—", "#enum", "null");
        }
    }

    @Test
    void aTextIsChangedLookedAtAndPutBack() {
        var path = "/admin/templates/clock.reminder/en";
        assertThat(admin.get("/admin/templates").body()).contains("As shipped", "Receipt to the customer");
        assertThat(admin.get(path).body()).contains("{severity}", "Reminder: RD-2026-000123 (S2)");
        var wrong = admin.post(path, Map.of("subject", "Hurry {cse}", "body", "", "seen", "0"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("{cse} stands for nothing here", "Fill this in.");
        assertThat(admin.post(path + "/preview", Map.of("subject", "Hurry {case}", "body", "<b>{summary}</b>", "seen", "0")).body())
                .contains("Hurry RD-2026-000123", "&lt;b&gt;The stove goes out again after the repair&lt;/b&gt;");
        assertThat(templates.one("clock.reminder", "en").version()).as("nothing is saved by looking").isZero();

        assertThat(admin.post(path, Map.of("subject", "Hurry {case}", "body", "{summary}", "seen", "0")).statusCode()).isEqualTo(302);
        assertThat(admin.post(path, Map.of("subject", "Too late", "body", "x", "seen", "0")).statusCode()).as("somebody else changed it").isEqualTo(409);
        kit.send(OutboxKit.toPerson("k/1", "handler", null, false));
        assertThat(new Browser(url("")).as("handler").get("/bell").body()).contains("Hurry RD-2026-000002");
        assertThat(admin.get("/admin/templates").body()).contains("Hurry {case}");

        assertThat(admin.post(path + "/reset", Map.of()).statusCode()).isEqualTo(302);
        assertThat(templates.one("clock.reminder", "en").version()).isZero();
        assertThat(admin.get("/admin/templates/no.such/en").statusCode()).isEqualTo(404);
        assertThat(admin.get("/admin/templates/clock.reminder/fr").statusCode()).isEqualTo(404);
        assertThat(jdbc.sql("select act from audit_entry where subject = 'TEMPLATE' order by id").query(String.class).list())
                .containsExactly("CHANGE_TEMPLATE", "RESET_TEMPLATE");
    }

    @Test
    void aChannelIsKeptAndItsSecretNeverShown() {
        var form = Map.of("code", "ops", "nameEn", "Ops chat", "nameZh", "运维群", "url", "https://chat.invalid/robot?access_token=T0KEN", "secret", "s3cr3t-word",
                "shape", "DINGTALK_MARKDOWN", "perMinute", "20", "active", "true", "templates", "clock.breached");
        assertThat(admin.post("/admin/webhooks/new", form).statusCode()).isEqualTo(302);
        assertThat(admin.get("/admin/webhooks").body()).contains("Ops chat", "DingTalk robot, markdown").doesNotContain("s3cr3t-word", "T0KEN");
        assertThat(admin.get("/admin/webhooks/ops").body()).doesNotContain("s3cr3t-word");
        assertThat(jdbc.sql("select change::text from audit_entry where subject = 'WEBHOOK'").query(String.class).list()).isNotEmpty()
                .allSatisfy(line -> assertThat(line).doesNotContain("s3cr3t-word", "T0KEN"));

        var twice = admin.post("/admin/webhooks/new", form);
        assertThat(twice.statusCode()).isEqualTo(422);
        assertThat(twice.body()).contains("There is a channel ops already.").doesNotContain("s3cr3t-word");

        admin.post("/admin/webhooks/ops", with(form, "secret", "", "nameEn", "Ops", "version", "0"));
        assertThat(jdbc.sql("select secret || ' ' || name_en || ' ' || version from webhook_channel").query(String.class).single()).isEqualTo("s3cr3t-word Ops 1");
        assertThat(admin.post("/admin/webhooks/ops", with(form, "version", "0")).statusCode()).isEqualTo(409);

        for (var bad : List.of(Map.of("url", "http://chat.invalid/x"), Map.of("url", "https://169.254.169.254/"), Map.of("perMinute", "0"),
                Map.of("perMinute", "many"), Map.of("body", "{\"text\": "), Map.of("body", "{\"text\": \"{nothing}\"}"), Map.of("nameZh", " "))) {
            var all = new HashMap<>(with(form, "version", "1"));
            all.putAll(bad);
            assertThat(admin.post("/admin/webhooks/ops", all).statusCode()).as(bad.toString()).isEqualTo(422);
        }
        assertThat(admin.post("/admin/webhooks/ops/test", Map.of()).statusCode()).isEqualTo(302);
        assertThat(jdbc.sql("select outlet || ' ' || state from message").query(String.class).list()).containsExactly("hook:ops WAITING");
        assertThat(admin.get("/admin/webhooks/none").statusCode()).isEqualTo(404);
    }

    private static Map<String, String> with(Map<String, String> form, String... more) {
        var all = new HashMap<>(form);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }
}
