package org.redress.e2e;

import java.util.Locale;

/** Every page in Chinese. */
class EveryPageInChineseTest extends EveryPage {

    EveryPageInChineseTest() {
        super(Locale.SIMPLIFIED_CHINESE);
    }
}
