package org.redress.e2e.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Tracing;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.redress.e2e.page.SignInPage;
import org.springframework.context.MessageSource;

/** Who takes part in a test class. Each account signs in once; its other browsers get the same session. */
public final class People implements ExtensionContext.Store.CloseableResource {

    private static final double PATIENCE_MS = 10_000;
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 900;
    private static final String NOBODY = "nobody";

    private final String site;
    private final MessageSource messages;
    private final Map<String, Person> present = new LinkedHashMap<>();
    private final Map<String, String> sessions = new HashMap<>();

    People(String site, MessageSource messages) {
        this.site = site;
        this.messages = messages;
    }

    /** The same browser each time it is asked for in a class. */
    public Person signIn(String account, Locale locale) {
        return present.computeIfAbsent(account + " " + locale, key -> open(account, locale, true));
    }

    /** Somebody whose browser runs no scripts. */
    public Person withoutScripts(String account, Locale locale) {
        return present.computeIfAbsent(account + " " + locale + " without scripts", key -> open(account, locale, false));
    }

    /** Another browser of the same account, with nothing in it but the session. */
    public Person again(String account, Locale locale) {
        return present.computeIfAbsent(account + " " + locale + " " + present.size(), key -> open(account, locale, true));
    }

    /** A visitor who has not signed in. */
    public Person nobody(Locale locale) {
        return present.computeIfAbsent(NOBODY + " " + locale, key -> open(NOBODY, null, locale, true));
    }

    /** As {@link #nobody}, with a browser that runs no scripts. */
    public Person nobodyWithoutScripts(Locale locale) {
        return present.computeIfAbsent(NOBODY + " " + locale + " without scripts", key -> open(NOBODY, null, locale, false));
    }

    private Person open(String account, Locale locale, boolean scripts) {
        var session = sessions.get(account);
        if (session == null) {
            try (var first = context(null, locale, true)) {
                new SignInPage(new Person(account, site, first, new Words(messages, locale), new Watch(first))).signIn(account);
                session = first.storageState();
            }
            sessions.put(account, session);
        }
        return open(account, session, locale, scripts);
    }

    private Person open(String name, @Nullable String session, Locale locale, boolean scripts) {
        var context = context(session, locale, scripts);
        var watch = new Watch(context);
        context.tracing().start(new Tracing.StartOptions().setTitle(name));
        return new Person(name, site, context, new Words(messages, locale), watch);
    }

    private BrowserContext context(@Nullable String session, Locale locale, boolean scripts) {
        var options = new Browser.NewContextOptions().setLocale(locale.toLanguageTag()).setTimezoneId("Asia/Shanghai")
                .setViewportSize(WIDTH, HEIGHT).setJavaScriptEnabled(scripts).setStorageState(session)
                .setReducedMotion(ReducedMotion.REDUCE);
        var context = Chromium.browser().newContext(options);
        context.setDefaultTimeout(PATIENCE_MS);
        context.addCookies(List.of(new Cookie("language", locale.toLanguageTag()).setUrl(site)));
        return context;
    }

    Collection<Person> present() {
        return List.copyOf(present.values());
    }

    /** What went wrong in any browser since the last test. */
    List<String> problems() {
        var all = new ArrayList<String>();
        for (Person person : present.values()) {
            person.page().evaluate("0"); // lets what was said on the way arrive
            person.watch().take().forEach(problem -> all.add(person + ": " + problem));
        }
        return all;
    }

    @Override
    public void close() {
        present.values().forEach(person -> person.context().close());
        present.clear();
    }
}
