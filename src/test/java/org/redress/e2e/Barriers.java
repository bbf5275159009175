package org.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import org.redress.e2e.browser.Person;

/** Looks at the page that somebody has before them, wide and on a small phone, light and dark. */
final class Barriers {

    private static final int DESK = 1280;
    private static final int PHONE = 320;

    private Barriers() {
    }

    /**
     * Fails for what axe knows against WCAG 2.2 AA, for what has to be scrolled sideways and for texts that have no words. Colours are looked at
     * in English only, and each rule only where its answer can be another: that is most of the time this takes.
     */
    static void none(Person person) {
        boolean colours = Locale.ENGLISH.getLanguage().equals(person.locale().getLanguage());
        Page page = person.page();
        page.setViewportSize(DESK, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        assertThat(colours ? Axe.violations(page) : Axe.violationsOfWords(page)).as("%d px, light", DESK).isEmpty();
        assertThat(sticksOut(page)).as("wider than %d px", DESK).isEmpty();
        if (colours) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            assertThat(Axe.violationsOfColour(page)).as("dark").isEmpty();
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        }
        page.setViewportSize(PHONE, 900);
        assertThat(Axe.violationsOfSize(page)).as("%d px", PHONE).isEmpty();
        assertThat(sticksOut(page)).as("wider than %d px", PHONE).isEmpty();
        page.setViewportSize(DESK, 900);
        assertThat(page.locator("body").innerText()).as("texts without words").doesNotContain("??");
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(person.locale().toLanguageTag());
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
