package org.redress.callback;

import org.redress.Forgets;
import org.springframework.boot.test.context.TestComponent;

/** Who was seen in this minute is kept in memory. */
@TestComponent
public class ForgetPresence implements Forgets {

    private final CallPresence presence;

    ForgetPresence(CallPresence presence) {
        this.presence = presence;
    }

    @Override
    public void forget() {
        presence.forget();
    }
}
