package org.redress.e2e.browser;

import com.microsoft.playwright.Locator;

/** Hands that never leave the keyboard: the watch fails a test in which its browser saw a mouse, a pen or a finger. */
public final class Keyboard {

    private static final int FAR = 80;
    private static final String TELL_POINTERS = "for (const kind of ['mousedown', 'mousemove', 'pointerdown', 'pointermove', 'touchstart', 'wheel']) "
            + "addEventListener(kind, () => console.error('not by keyboard: ' + kind), true)";

    private final Person person;

    public Keyboard(Person person) {
        this.person = person;
        person.context().addInitScript(TELL_POINTERS);
        person.page().reload();
    }

    public Keyboard press(String... keys) {
        for (String key : keys) {
            person.page().keyboard().press(key);
        }
        return this;
    }

    public Keyboard type(String text) {
        person.page().keyboard().type(text);
        return this;
    }

    /** Tab by Tab until the control has the focus. */
    public Keyboard tabTo(Locator control) {
        for (int step = 0; step < FAR; step++) {
            if (Boolean.TRUE.equals(control.evaluate("element => element === document.activeElement"))) {
                return this;
            }
            press("Tab");
        }
        throw new AssertionError(FAR + " times Tab do not lead to " + control);
    }
}
