package org.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.e2e.browser.BrowserTest;
import org.redress.e2e.browser.Person;
import org.redress.e2e.page.CasePage;
import org.redress.e2e.page.TasksPage;
import org.redress.e2e.page.UserTask;

/** The licence of bpmn.io: its mark stays in sight and nothing lies over it, however wide the window, and on paper. */
class WatermarkTest extends BrowserTest {

    private static final String UNCOVERED = """
            mark => {
              mark.scrollIntoView({ block: 'center' });
              const { left, right, top, bottom } = mark.getBoundingClientRect();
              if (right - left < 10 || bottom - top < 5) return ['too small: ' + (right - left) + ' x ' + (bottom - top)];
              const points = [[(left + right) / 2, (top + bottom) / 2], [left + 2, top + 2], [right - 2, top + 2], [left + 2, bottom - 2], [right - 2, bottom - 2]];
              return points.map(([x, y]) => [x, y, document.elementFromPoint(x, y)])
                .filter(([, , seen]) => !seen || !(mark.contains(seen) || seen.contains(mark) && seen.matches('a')))
                .map(([x, y, seen]) => `${x},${y}: ${seen ? seen.outerHTML.slice(0, 120) : 'nothing'}`);
            }""";

    private String captured() {
        return new Api(url("")).complaint(Map.of("channel", "HOTLINE", "summary", "The burner goes out", "anonymous", true));
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 768, 320})
    void theMarkOfTheDiagramIsSeen(int width) {
        var specialist = people.signIn("specialist", Locale.ENGLISH);
        specialist.page().setViewportSize(width, 800);
        new CasePage(specialist, captured()).tab("process");
        specialist.page().locator("[data-diagram] .bjs-powered-by").waitFor();
        isUncovered(specialist, "[data-diagram] .bjs-powered-by");
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 768, 320})
    void theMarkOfTheFormIsSeen(int width) {
        var specialist = people.signIn("specialist", Locale.ENGLISH);
        specialist.page().setViewportSize(width, 800);
        var number = captured();
        new TasksPage(specialist).open("claimable").openTask(UserTask.TRIAGE, number).take().form();
        isUncovered(specialist, ".task-form .fjs-powered-by");
    }

    @Test
    void theMarkThatIsCoveredWouldBeNoticed() {
        var specialist = people.signIn("specialist", Locale.ENGLISH);
        new CasePage(specialist, captured()).tab("process");
        var mark = specialist.page().locator("[data-diagram] .bjs-powered-by");
        mark.evaluate("mark => { const lid = document.createElement('p'); lid.textContent = 'x'; mark.after(lid);"
                + " Object.assign(lid.style, { position: 'fixed', inset: 0, zIndex: 9999 }) }");
        assertThat(covered(specialist, "[data-diagram] .bjs-powered-by")).hasSize(5);
    }

    private static void isUncovered(Person person, String mark) {
        for (Media media : List.of(Media.SCREEN, Media.PRINT)) {
            person.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(media));
            assertThat(covered(person, mark)).as(media.name()).isEmpty();
        }
        person.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    @SuppressWarnings("unchecked")
    static List<String> covered(Person person, String mark) {
        return (List<String>) person.page().locator(mark).first().evaluate(UNCOVERED);
    }
}
