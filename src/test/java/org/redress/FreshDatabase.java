package org.redress;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.redress.platform.DatabaseBaseline;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Gives each test class the state of a first start. */
public class FreshDatabase implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        var application = SpringExtension.getApplicationContext(context);
        application.getBean(MovableClock.class).reset();
        application.getBean(DatabaseBaseline.class).restore();
        application.getBeansOfType(Forgets.class).values().forEach(Forgets::forget);
    }
}
