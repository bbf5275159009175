package org.redress.e2e.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.redress.e2e.browser.Person;

/** {@code /designer/changes/{id}/edit/{kind}/{model}}: the editor of one draft. */
public final class StudioPage {

    /** The heaviest page there is, on a machine that does other things besides. */
    private static final double PATIENCE_MS = 30_000;
    private static final String READY = "[data-studio][data-ready]";

    private final Person person;
    private final Page page;

    public StudioPage(Person person) {
        this.person = person;
        this.page = person.page();
    }

    /** A new change that takes in the file. */
    public static StudioPage begin(Person designer, String file) {
        designer.goTo("/designer/changes/new");
        designer.field("studio.change.title").fill("Review twice");
        designer.button("studio.change.begin").click();
        designer.field("studio.model").selectOption(file);
        designer.button("studio.edit.add.do").click();
        return new StudioPage(designer);
    }

    /** Waits until the editor has opened. */
    public StudioPage ready() {
        page.waitForURL(address -> address.contains("/edit/"));
        page.locator(READY).waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MS));
        return this;
    }

    public String state() {
        return page.locator("[data-studio-state]").innerText();
    }

    /** Waits until everything has reached the server. */
    public void saved() {
        String saved = person.text("studio.js.saved", "").strip();
        page.waitForCondition(() -> state().startsWith(saved));
    }

    /** Saves a version on purpose. */
    public void keep() {
        page.waitForResponse(answer -> answer.url().contains("/save?"), () -> person.button("studio.draft.keep").click());
        saved();
    }

    public Locator canvas() {
        return page.locator(".studio-canvas");
    }

    public Locator element(String id) {
        return page.locator(".djs-element[data-element-id='" + id + "']");
    }

    /** The element drawn last. */
    public Locator newest() {
        return page.locator(".djs-shape[data-element-id^='Activity_']:not([data-element-id$='_label'])").last();
    }

    public void select(String id) {
        page.evaluate("id => document.querySelector('[data-studio]').dispatchEvent(new CustomEvent('studio:select', { detail: id }))", id);
    }

    public Locator contextPad(String action) {
        return page.locator(".djs-context-pad .entry[data-action='" + action + "']");
    }

    public boolean hasContextPad(String action) {
        return contextPad(action).count() > 0;
    }

    /** Applies a template to the selected element. */
    public void applyTemplate(String name) {
        page.locator(".bio-properties-panel-template-not-found, .bio-properties-panel-select-template-button, .bio-properties-panel-template-button").first().click();
        page.locator(".element-template-chooser, .djs-popup, dialog").getByText(name).first().click();
    }

    public void speak(String language) {
        page.locator("[data-studio-language='" + language + "']").click();
    }

    public void openGroups() {
        page.evaluate("""
                () => document.querySelectorAll('.studio-properties .bio-properties-panel-group-header:not(.open), '
                  + '.studio-properties .bio-properties-panel-collapsible-entry-header:not(.open)').forEach(each => each.click())""");
    }

    /** What is said below the selector: texts, titles, placeholders; not what was typed. */
    @SuppressWarnings("unchecked")
    public List<String> words(String selector) {
        return (List<String>) page.evaluate("""
                selector => {
                  const words = new Set();
                  const typed = 'textarea, input, .cm-editor, [contenteditable], .studio-typed';
                  for (const root of document.querySelectorAll(selector)) {
                    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
                    while (walk.nextNode()) if (!walk.currentNode.parentElement.closest(typed)) words.add(walk.currentNode.data.trim());
                    for (const each of root.querySelectorAll('[title], [placeholder], [aria-label]')) {
                      for (const name of ['title', 'placeholder', 'aria-label']) if (each.getAttribute(name)) words.add(each.getAttribute(name).trim());
                    }
                  }
                  words.delete('');
                  return [...words];
                }""", selector);
    }
}
