package org.redress.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.Browser;
import org.redress.RedressTest;

/** The way in, for people. */
class SignInTest extends RedressTest {

    @Test
    void aDemoAccountSignsInAndOut() {
        var browser = new Browser(url(""));
        var in = browser.signIn("specialist", "redress-demo");
        assertThat(in.statusCode()).isEqualTo(302);
        assertThat(in.headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).endsWith("/"));
        assertThat(browser.get("/settings").statusCode()).isEqualTo(200);

        assertThat(browser.post("/logout", Map.of()).headers().firstValue("Location")).hasValue("/login?out");
        assertThat(browser.get("/settings").headers().firstValue("Location")).hasValue("/login");
        assertThat(jdbc.sql("select act from audit_entry where actor = 'specialist' and subject_id = 'specialist' and origin like 'web %' "
                + "order by id desc limit 2").query(String.class).list()).containsExactly("SIGN_OUT", "SIGN_IN");
    }

    @Test
    void aWrongPasswordIsToldInBothLanguagesAndTheNameIsKept() {
        var english = new Browser(url("")).signIn("specialist", "wrong");
        assertThat(english.statusCode()).isEqualTo(401);
        assertThat(english.body()).contains("The username or the password is wrong.").contains("value=\"specialist\"");
        var chinese = new Browser(url("")).speaking("zh-CN").signIn("nobody-here", "wrong");
        assertThat(chinese.body()).contains("用户名或密码不正确。").contains("lang=\"zh-CN\"");
    }

    @Test
    void theFifthWrongPasswordLocksAndTimeUnlocks() {
        var browser = new Browser(url(""));
        for (int i = 0; i < 4; i++) {
            assertThat(browser.signIn("designer2", "wrong").body()).contains("is wrong.");
        }
        assertThat(browser.signIn("designer2", "wrong").body()).contains("locked until 09:16");
        assertThat(browser.signIn("designer2", "redress-demo").statusCode()).as("not even the right password").isEqualTo(401);
        clock.advance(Duration.ofMinutes(16));
        assertThat(browser.signIn("designer2", "redress-demo").statusCode()).isEqualTo(302);
        assertThat(jdbc.sql("select act from audit_entry where subject_id = 'designer2' and act like '%OCK%'").query(String.class).list())
                .containsExactly("LOCK_ACCOUNT");
    }

    @Test
    void signInLeadsBackToThePageThatWasAsked() {
        var browser = new Browser(url(""));
        assertThat(browser.get("/admin/audit?act=SIGN_IN").headers().firstValue("Location")).hasValue("/login");
        var in = browser.signIn("admin", "redress-demo");
        assertThat(in.headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).contains("/admin/audit?act=SIGN_IN"));
    }

    @Test
    void aFormWithoutItsTokenDoesNothingAndShowsWhatWasTyped() {
        var browser = new Browser(url("")).as("admin").withoutToken();
        var refused = browser.post("/settings/password", Map.of("oldPassword", "redress-demo", "remark", "typed with care"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("typed with care").doesNotContain("redress-demo");
    }

    @Test
    void theLanguageIsKeptWithTheAccount() {
        var browser = new Browser(url("")).as("director");
        assertThat(browser.get("/settings?lang=zh-CN").body()).contains("lang=\"zh-CN\"");
        assertThat(browser.get("/settings").body()).as("by the cookie").contains("lang=\"zh-CN\"");
        assertThat(new Browser(url("")).as("director").get("/settings").body()).as("on another computer").contains("lang=\"zh-CN\"");
    }
}
