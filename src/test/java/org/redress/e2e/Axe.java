package org.redress.e2e;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Collectors;

/** Asks axe about the page as it stands; nothing on it is left out but {@link #EDITORS}. */
final class Axe {

    private static final List<String> WCAG_22_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final List<String> LOOK_AT_COLOURS = List.of("color-contrast", "link-in-text-block");
    private static final List<String> LOOK_AT_SIZES = List.of("target-size", "scrollable-region-focusable");

    /** The canvas and panels of bpmn.io's editors are theirs; the text of the model, beside them on the same page, says and takes everything. */
    private static final String EDITORS = ".studio-editor";

    private Axe() {
    }

    /** @return what violates WCAG 2.2 AA, each with the elements concerned */
    static List<String> violations(Page page) {
        return analyze(new AxeBuilder(page).withTags(WCAG_22_AA));
    }

    /** Only the rules whose answer depends on colours: enough for the same page in other ones, which axe has looked at just before. */
    static List<String> violationsOfColour(Page page) {
        return again(page, LOOK_AT_COLOURS);
    }

    /** Only the rules whose answer depends on the width: enough for the same page on a phone, which axe has looked at just before. */
    static List<String> violationsOfSize(Page page) {
        return again(page, LOOK_AT_SIZES);
    }

    /** With the axe that is in the page already: to bring it there takes longer than what is asked. */
    @SuppressWarnings("unchecked")
    private static List<String> again(Page page, List<String> rules) {
        return (List<String>) page.evaluate("""
                async ([rules, editors]) => {
                  const places = document.querySelector(editors) ? { exclude: [[editors]] } : document;
                  const found = await axe.run(places, { runOnly: { type: 'rule', values: rules }, resultTypes: ['violations'] });
                  return found.violations.map(rule => `${rule.id}: ${rule.help}\\n  ` + rule.nodes.map(node => `${node.html} ${node.failureSummary}`).join('\\n  '));
                }""", List.of(rules, EDITORS));
    }

    /** All rules but those about colours: enough for the same page in other words. */
    static List<String> violationsOfWords(Page page) {
        return analyze(new AxeBuilder(page).withTags(WCAG_22_AA).disableRules(LOOK_AT_COLOURS));
    }

    private static List<String> analyze(AxeBuilder axe) {
        return axe.exclude(EDITORS).setLegacyMode(true).analyze().getViolations().stream()
                .map(rule -> rule.getId() + ": " + rule.getHelp() + "\n  " + rule.getNodes().stream()
                        .map(node -> node.getHtml() + " " + node.getFailureSummary()).collect(Collectors.joining("\n  ")))
                .toList();
    }
}
