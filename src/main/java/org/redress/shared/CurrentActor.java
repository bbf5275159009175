package org.redress.shared;

import java.util.function.Supplier;

/** Tells who is acting in this thread; the product itself where nobody is signed in. */
public interface CurrentActor {

    /** Never null: {@link Actor#system(String)} outside a request. */
    Actor get();

    /** Runs the work in the name of the given actor: a timer, an import started by somebody. */
    <T> T callAs(Actor actor, Supplier<T> work);
}
