package org.redress.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.Browser;
import org.redress.RedressTest;
import org.redress.organisation.ForgetCompany;
import org.redress.organisation.Organisation;
import org.redress.platform.DatabaseBaseline;
import org.springframework.beans.factory.annotation.Autowired;

/** Passwords given and changed, accounts switched off, and a start that refuses demo passwords. */
class AccountsTest extends RedressTest {

    @Autowired
    private AccountStore store;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Organisation organisation;

    @Autowired
    private SignInSettings settings;

    @Autowired
    private DatabaseBaseline baseline;

    @Autowired
    private ForgetCompany company;

    @BeforeEach
    void everyAccountAsAtFirst() {
        baseline.restore();
        company.forget();
    }

    @Test
    void aPersonChangesTheirPassword() {
        var browser = new Browser(url("")).as("agent");
        var elsewhere = new Browser(url("")).as("agent");
        var wrong = browser.post("/settings/password", Map.of("oldPassword", "not-this-one", "newPassword", "four quiet words", "repeat",
                "four quiet words"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("This is not your present password.").doesNotContain("not-this-one").doesNotContain("four quiet");
        assertThat(change(browser, "redress-demo", "short").body()).contains("at least 10 characters");

        assertThat(change(browser, "redress-demo", "redress-demo").body()).contains("known to everybody");
        assertThat(change(browser, "redress-demo", "four quiet words").statusCode()).isEqualTo(302);
        assertThat(browser.get("/settings").body()).as("still signed in, and told").contains("The password is changed.");
        assertThat(elsewhere.get("/settings").statusCode()).as("signed out elsewhere").isEqualTo(302);
        assertThat(new Browser(url("")).signIn("agent", "redress-demo").statusCode()).isEqualTo(401);
        assertThat(new Browser(url("")).signIn("agent", "four quiet words").statusCode()).isEqualTo(302);
    }

    @Test
    void anAdministratorGivesAPasswordAndSwitchesAccountsOff() {
        var admin = new Browser(url("")).as("admin");
        var victim = new Browser(url("")).as("designer");
        assertThat(admin.get("/admin/people/designer/account").body()).contains("Can sign in.");
        admin.post("/admin/people/designer/account/enabled", Map.of("enabled", "false", "version", "0"));
        assertThat(victim.get("/settings").statusCode()).as("the session has ended").isEqualTo(302);
        assertThat(new Browser(url("")).signIn("designer", "redress-demo").body()).contains("switched off");
        var stale = admin.post("/admin/people/designer/account/enabled", Map.of("enabled", "true", "version", "0"));
        assertThat(stale.statusCode()).isEqualTo(409);
        var given = admin.post("/admin/people/clerk/account/password", Map.of("newPassword", "a first password", "repeat",
                "a first password"));
        assertThat(given.statusCode()).isEqualTo(302);
        assertThat(new Browser(url("")).signIn("clerk", "a first password").statusCode()).isEqualTo(302);
    }

    @Test
    void aCompanysOwnDatabaseDoesNotStartWithADemoPassword() {
        assertThatThrownBy(() -> guard("", "").afterSingletonsInstantiated()).isInstanceOf(StartRefused.class)
                .hasMessageContaining("password of the demo company").hasMessageContaining("specialist");
    }

    @Test
    void anEmptyDatabaseGetsItsFirstAdministratorOrSaysWhatToSet() {
        jdbc.sql("delete from account").update();
        assertThatThrownBy(() -> guard("", "").afterSingletonsInstantiated()).isInstanceOfSatisfying(StartRefused.class,
                refused -> assertThat(refused.action()).contains("redress.admin.username"));
        guard("chief", "the very first one").afterSingletonsInstantiated();
        var browser = new Browser(url(""));
        assertThat(browser.signIn("chief", "the very first one").statusCode()).isEqualTo(302);
        assertThat(browser.get("/admin/people").statusCode()).isEqualTo(200);
    }

    private StartGuard guard(String username, String password) {
        return new StartGuard(false, username, password, store, accounts, new Passwords(settings), organisation);
    }

    private static HttpResponse<String> change(Browser browser, String old, String fresh) {
        return browser.post("/settings/password", Map.of("oldPassword", old, "newPassword", fresh, "repeat", fresh));
    }
}
