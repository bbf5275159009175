package org.redress.studio;

import org.redress.shared.LivePageEvent;
import org.redress.shared.LivePageHeard;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells every node that models were released, as soon as that is committed. */
@Component
class ReleaseNews {

    static final String TOPIC = "models";

    private final ObjectProvider<RunningModels> models;

    ReleaseNews(ObjectProvider<RunningModels> models) {
        this.models = models;
    }

    static LivePageEvent released(int number) {
        return new LivePageEvent(TOPIC, "release", number);
    }

    @EventListener
    void heard(LivePageHeard news) {
        if (news.isAbout(TOPIC)) {
            models.getObject().refresh();
        }
    }
}
