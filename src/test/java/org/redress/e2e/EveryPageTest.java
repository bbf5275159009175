package org.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.demo.DemoWork;
import org.redress.e2e.browser.BrowserTest;
import org.redress.e2e.browser.Person;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page, in both languages, light and dark, wide and on a small phone: no barrier that axe knows, nothing to scroll sideways. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTest extends BrowserTest {

    private static final List<String> OTHER_DOORS = List.of("/api/", "/v3/", "/swagger-ui");

    /** {@code {number:[a-z]{1,40}}} */
    private static final Pattern PATTERN_OF_VALUE = Pattern.compile("\\{(\\w+):.*?}(?=/|$)");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private ApplicationContext application;

    private @Nullable Scene scene;

    private Scene scene() {
        if (scene == null) {
            DemoWork.load(application);
            scene = Scene.make(url(""), people);
        }
        return scene;
    }

    @Test
    void noPageIsLeftOut() {
        Set<String> listed = new TreeSet<>(Route.NO_PAGES);
        Route.PAGES.forEach(route -> listed.add(route.mapping()));
        assertThat(pagesOfTheApplication()).containsExactlyInAnyOrderElementsOf(listed);
    }

    private Set<String> pagesOfTheApplication() {
        Set<String> pages = new TreeSet<>();
        mappings.getHandlerMethods().keySet().forEach(mapping -> {
            var methods = mapping.getMethodsCondition().getMethods();
            if (methods.isEmpty() || methods.contains(RequestMethod.GET)) {
                mapping.getPatternValues().stream().filter(path -> OTHER_DOORS.stream().noneMatch(path::startsWith))
                        .map(path -> PATTERN_OF_VALUE.matcher(path).replaceAll("{$1}")).forEach(pages::add);
            }
        });
        return pages;
    }

    static Stream<Arguments> pages() {
        return Route.EVERYTHING.stream().flatMap(route -> Stream.of(Arguments.of(route, "en"), Arguments.of(route, "zh-CN")));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("pages")
    void nobodyIsShutOut(Route route, String language) {
        var person = visitor(route, Locale.forLanguageTag(language));
        route.answer().ifPresent(person::expecting);
        person.goTo(route.path(scene().values()));
        person.page().waitForLoadState(LoadState.LOAD);
        Barriers.none(person);
    }

    private Person visitor(Route route, Locale locale) {
        return route.account() == null ? people.nobody(locale) : people.signIn(route.account(), locale);
    }
}
