package org.redress.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.redress.e2e.browser.BrowserTest;
import org.redress.e2e.browser.Person;
import org.redress.e2e.page.StudioPage;

/** How long the modeler takes to open the complaint process: from the click to the diagram that can be edited, in a new browser and in a used one. */
@Bench
class StudioOpensTest extends BrowserTest {

    private static final int ROUNDS = Integer.getInteger("bench.opens", 7);
    private static final double MILLIS = 1_000_000.0;

    @Test
    void theModelerOpensTheComplaintProcess() {
        Person first = people.signIn("designer", Locale.ENGLISH);
        StudioPage.begin(first, "bpmn/complaint.bpmn").ready();
        String path = first.where();
        List<Double> cold = new ArrayList<>();
        List<Double> warm = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Person designer = people.again("designer", Locale.ENGLISH);
            cold.add(opened(designer, path));
            warm.add(opened(designer, path));
        }
        assertThat(cold).hasSize(ROUNDS);
        Report.atMost("The modeler opens the complaint process, cold (median of " + ROUNDS + ")", middle(cold), 2500, 2500, "ms");
        Report.atMost("The same, warm", middle(warm), 1000, 1000, "ms");
    }

    private static double opened(Person designer, String path) {
        designer.goTo("/designer/changes");
        long begun = System.nanoTime();
        designer.goTo(path);
        new StudioPage(designer).ready();
        return (System.nanoTime() - begun) / MILLIS;
    }

    private static double middle(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
