package org.redress.e2e.page;

import org.redress.e2e.browser.Person;

/** {@code /login}. */
public final class SignInPage {

    /** Of every demo account. */
    public static final String PASSWORD = "redress-demo";

    private final Person person;

    public SignInPage(Person person) {
        this.person = person;
    }

    public SignInPage open() {
        person.goTo("/login");
        return this;
    }

    public void signIn(String account) {
        open().tryAs(account, PASSWORD);
        person.page().waitForURL(url -> !url.contains("/login"));
    }

    public void tryAs(String account, String password) {
        person.field("access.username").fill(account);
        person.field("access.password").fill(password);
        person.button("access.login.submit").click();
    }
}
