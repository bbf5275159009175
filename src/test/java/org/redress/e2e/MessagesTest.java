package org.redress.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.sql.Timestamp;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.redress.e2e.browser.BrowserTest;
import org.redress.e2e.browser.Person;
import org.redress.notification.Message;
import org.redress.notification.Messages;
import org.redress.notification.Recipient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The bell rings while a page is open, and the pages of messages hold up when they are full. */
class MessagesTest extends BrowserTest {

    @Autowired
    private Messages messages;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void theBellRingsOnAnOpenPage() {
        var manager = people.signIn("manager", Locale.ENGLISH);
        manager.page().waitForResponse(Pattern.compile(".*/events\\?.*"), () -> manager.goTo("/settings"));
        var bell = manager.page().locator("#bell");
        assertThat(bell).hasAccessibleName(manager.text("notification.bell.none"));
        tell("e2e/1", Recipient.person("manager", null, null), false);
        assertThat(bell).hasAccessibleName(manager.text("notification.bell.unread", "1"));
        bell.click();
        assertThat(manager.heading("notification.bell.title")).isVisible();
        manager.named(AriaRole.BUTTON, Pattern.compile("^" + manager.text("notification.bell.markReadOf", ".*"))).click();
        assertThat(manager.page().locator("#bell")).hasAccessibleName(manager.text("notification.bell.none"));
    }

    @Test
    void thePagesOfMessagesHoldUpWhenTheyAreFull() {
        tell("e2e/2", Recipient.person("director", "director@example.com", null), true);
        tell("e2e/3", Recipient.customer("Emma Clarke", null, "+1 202-555-0133", "en"), false);
        tell("e2e/4/with-a-key-that-is-rather-long-and-has-no-place-to-break-but-hyphens-0123456789", Recipient.webhook("gone"), false);
        jdbc.sql("""
                update outlet set failures = 3, failing_since = ?, paused_until = ?, trouble = 'MAIL_SERVER_AWAY', detail = 'Connection refused'
                 where code = 'mail'""").params(Timestamp.from(clock.instant()), Timestamp.from(clock.instant().plusSeconds(600))).update();
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE}) {
            look(people.signIn("director", locale), "/bell");
            look(people.signIn("admin", locale), "/ops/outbox");
            look(people.signIn("admin", locale), "/ops/outbox?state=UNDELIVERABLE");
        }
    }

    private static void look(Person person, String path) {
        person.goTo(path);
        for (int width : new int[] {1280, 320}) {
            person.page().setViewportSize(width, 900);
            assertThat(Axe.violations(person.page())).as(path + " " + width).isEmpty();
            assertThat((Boolean) person.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth")).as(path + " fits " + width).isTrue();
        }
    }

    private void tell(String key, Recipient recipient, boolean urgent) {
        transaction.executeWithoutResult(status -> messages.send(new Message(key, "clock.breached", recipient,
                Map.of("severity", Message.term("enum.Severity.S2"), "clock", Message.term("enum.ClockKind.RESOLVE"), "due", Message.moment(clock.instant()),
                        "summary", "灶具维修后仍然熄火", "note", "班长不在岗且未指定代理人。"), "RD-2026-000001", urgent)));
    }
}
