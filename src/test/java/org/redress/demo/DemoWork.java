package org.redress.demo;

import org.redress.figure.FigureUpkeep;
import org.redress.shared.Actor;
import org.redress.shared.CurrentActor;
import org.springframework.context.ApplicationContext;

/** Puts work on every desk of the demo company, as the first start outside tests does. */
public final class DemoWork {

    private DemoWork() {
    }

    public static void load(ApplicationContext application) {
        application.getBean(CurrentActor.class).callAs(Actor.system("demo"), () -> {
            application.getBean(DemoCompany.class).loadWork();
            // the work that counts in the background stands still in tests
            application.getBean(FigureUpkeep.class).catchUp();
            return true;
        });
    }
}
