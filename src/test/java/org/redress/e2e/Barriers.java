package org.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.redress.e2e.browser.Person;

/** Looks at the page that somebody has before them, wide and on a small phone, light and dark. */
final class Barriers {

    private static final List<Integer> WIDTHS = List.of(1280, 320);

    private Barriers() {
    }

    /** Fails for what axe knows against WCAG 2.2 AA, for what has to be scrolled sideways and for texts that have no words. */
    static void none(Person person) {
        // Words differ by language; sizes and colours do not, and are looked at once a page.
        boolean everything = Locale.ENGLISH.getLanguage().equals(person.locale().getLanguage());
        for (int width : WIDTHS) {
            person.page().setViewportSize(width, 900);
            if (everything || width == WIDTHS.get(0)) {
                assertThat(look(person, ColorScheme.LIGHT, Axe::violations)).as("%d px, light", width).isEmpty();
            }
            assertThat(sticksOut(person.page())).as("wider than %d px", width).isEmpty();
        }
        if (everything) {
            assertThat(look(person, ColorScheme.DARK, Axe::violationsOfColour)).as("dark").isEmpty();
        }
        person.page().setViewportSize(WIDTHS.get(0), 900);
        person.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        assertThat(person.page().locator("body").innerText()).as("texts without words").doesNotContain("??");
        assertThat(person.page().locator("html").getAttribute("lang")).isEqualTo(person.locale().toLanguageTag());
    }

    private static List<String> look(Person person, ColorScheme colours, Function<Page, List<String>> question) {
        person.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
        return question.apply(person.page());
    }

    /** What makes the page wider than the window. */
    @SuppressWarnings("unchecked")
    private static List<String> sticksOut(Page page) {
        return (List<String>) page.evaluate("""
                () => {
                  const page = document.documentElement;
                  if (page.scrollWidth <= window.innerWidth) return [];
                  const out = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > window.innerWidth);
                  return out.map(e => `${e.tagName} ${e.className} ${e.getBoundingClientRect().right} ${e.textContent.trim().slice(0, 40)}`)
                    .concat(`the page is ${page.scrollWidth} wide`);
                }""");
    }
}
