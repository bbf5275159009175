package org.redress.e2e;

import com.microsoft.playwright.options.LoadState;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.demo.DemoWork;
import org.redress.e2e.browser.BrowserTest;
import org.redress.e2e.browser.Person;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Every page in one language, light and dark, wide and on a small phone: no barrier that axe knows, nothing to scroll sideways. One class a
 * language, so that two run at once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EveryPage extends BrowserTest {

    @Autowired
    private ApplicationContext application;

    private final Locale locale;

    private @Nullable Scene scene;

    EveryPage(Locale locale) {
        this.locale = locale;
    }

    private Scene scene() {
        if (scene == null) {
            DemoWork.load(application);
            scene = Scene.make(url(""), people);
        }
        return scene;
    }

    static Stream<Route> pages() {
        return Route.EVERYTHING.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void nobodyIsShutOut(Route route) {
        var person = visitor(route);
        route.answer().ifPresent(person::expecting);
        person.goTo(route.path(scene().values()));
        person.page().waitForLoadState(LoadState.LOAD);
        Barriers.none(person);
    }

    private Person visitor(Route route) {
        return route.account() == null ? people.nobody(locale) : people.signIn(route.account(), locale);
    }
}
