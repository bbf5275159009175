package org.redress.e2e.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import java.util.regex.Pattern;

/** Somebody before a browser of their own, with a language and an account. */
public final class Person {

    private final String name;
    private final String site;
    private final BrowserContext context;
    private final Words words;
    private final Watch watch;
    private final Page page;

    Person(String name, String site, BrowserContext context, Words words, Watch watch) {
        this.name = name;
        this.site = site;
        this.context = context;
        this.words = words;
        this.watch = watch;
        this.page = context.newPage();
    }

    /** The account's name; "nobody" before sign-in. */
    public String name() {
        return name;
    }

    public Page page() {
        return page;
    }

    public BrowserContext context() {
        return context;
    }

    public Words words() {
        return words;
    }

    public Locale locale() {
        return words.locale();
    }

    public String text(String key, Object... args) {
        return words.of(key, args);
    }

    Watch watch() {
        return watch;
    }

    /** @param path within the site, with its query */
    public void goTo(String path) {
        page.navigate(site + path);
    }

    /** The path and query of the page shown. */
    public String where() {
        return page.url().substring(site.length());
    }

    /** The test is about an answer of this status: it is no fault. */
    public Person expecting(int status) {
        watch.expect(status);
        return this;
    }

    /** Cuts or mends the line between this browser and the server. */
    public void offline(boolean now) {
        watch.expectNoNetwork();
        context.setOffline(now);
    }

    public Locator button(String key, Object... args) {
        return named(AriaRole.BUTTON, text(key, args));
    }

    public Locator link(String key, Object... args) {
        return named(AriaRole.LINK, text(key, args));
    }

    public Locator heading(String key, Object... args) {
        return named(AriaRole.HEADING, text(key, args));
    }

    public Locator field(String key, Object... args) {
        return page.getByLabel(text(key, args), new Page.GetByLabelOptions().setExact(true));
    }

    public Locator named(AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    public Locator named(AriaRole role, Pattern name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name));
    }

    public Locator main() {
        return page.getByRole(AriaRole.MAIN);
    }

    @Override
    public String toString() {
        return name + " (" + words.locale().toLanguageTag() + ")";
    }
}
