package org.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.redress.e2e.browser.BrowserTest;
import org.redress.e2e.browser.Person;
import org.redress.shared.Actor;
import org.redress.shared.CurrentActor;
import org.redress.studio.Changes;
import org.redress.studio.Draft;
import org.redress.studio.Drafts;
import org.redress.studio.RunningModels;
import org.springframework.beans.factory.annotation.Autowired;

/** Two diagrams beside one another: what differs is marked in both, the keys walk through it, and both show the same part. */
class CompareTest extends BrowserTest {

    private static final String FILE = "bpmn/extension.bpmn";
    private static final String TASK = "userTask_decideExtension";

    @Autowired
    private Changes changes;
    @Autowired
    private Drafts drafts;
    @Autowired
    private RunningModels running;
    @Autowired
    private CurrentActor actors;

    @Test
    void whatDiffersIsSeenInBothDiagramsAndWalkedWithTheKeys() {
        long change = change();
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE}) {
            Person designer = people.signIn("designer", locale);
            designer.goTo("/designer/changes/" + change + "/compare");
            for (String side : new String[] {"before", "after"}) {
                Locator diagram = designer.page().locator("[data-compare-side=" + side + "]");
                diagram.locator(".how-CHANGED[data-element-id=" + TASK + "]").waitFor();
                assertThat(diagram.locator(".compare-note").allInnerTexts()).contains(designer.text("enum.How.CHANGED"));
                diagram.scrollIntoViewIfNeeded();
                assertThat(WatermarkTest.covered(designer, "[data-compare-side=" + side + "] .bjs-powered-by")).isEmpty();
            }
            designer.page().locator("[data-compare-side=after]").focus();
            designer.page().keyboard().press("ArrowRight");
            assertThat(designer.page().locator("[data-compare-list] [aria-current=true]").getAttribute("data-element")).isEqualTo(TASK);
            for (String side : new String[] {"before", "after"}) {
                assertThat(designer.page().locator("[data-compare-side=" + side + "] .djs-element.selected").getAttribute("data-element-id")).isEqualTo(TASK);
            }
            designer.page().locator("[data-compare-act=in]").click();
            assertThat(shown(designer, "before")).as("both show the same part").isEqualTo(shown(designer, "after"));
            Barriers.none(designer);
            designer.goTo("/designer/changes/" + change + "/release");
            Barriers.none(designer);
        }
    }

    /** To a tenth of a pixel: diagrams write their numbers in two ways. */
    private static List<Long> shown(Person designer, String side) {
        String transform = designer.page().locator("[data-compare-side=" + side + "] .viewport").getAttribute("transform");
        return Stream.of(transform.replaceAll("[^\\d.,\\s-]", "").split("[,\\s]+")).map(number -> Math.round(Double.parseDouble(number) * 10)).toList();
    }

    private long change() {
        return actors.callAs(new Actor("designer", Set.of("PROCESS_DESIGNER"), Set.of(), "test"), (Supplier<Long>) () -> {
            long id = changes.create("More time to decide", Changes.Origin.RUNNING);
            Draft draft = drafts.add(id, FILE, null);
            String text = new String(running.inForce().files().get(FILE), StandardCharsets.UTF_8);
            String changed = text.replaceFirst("(id=\"" + TASK + "\"[\\s\\S]*?redress.workMinutes\" value=\")\\d+", "$1" + "45");
            assertThat(changed).isNotEqualTo(text);
            drafts.save(id, FILE, changed.getBytes(StandardCharsets.UTF_8), draft.revision(), true);
            return id;
        });
    }
}
