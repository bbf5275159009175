package org.redress.e2e;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.redress.e2e.browser.BrowserTest;

class Scratch extends BrowserTest {
    @Test
    void look() {
        var p = people.signIn("handler", Locale.SIMPLIFIED_CHINESE).expecting(404);
        p.goTo("/nowhere");
        p.page().setViewportSize(320, 700);
        p.page().screenshot(new Page.ScreenshotOptions().setPath(Path.of("/tmp/e2e-run/shots/a.png")).setFullPage(true));
        System.out.println(p.page().evaluate("[...document.querySelectorAll('header *')].map(e => e.tagName + '.' + e.className + ' ' + Math.round(e.getBoundingClientRect().left) + '-' + Math.round(e.getBoundingClientRect().right)).join('\\n')"));
    }
}
