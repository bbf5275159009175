package org.redress.process;

import org.camunda.bpm.engine.delegate.JavaDelegate;

/** A service task that models may name in a delegate expression, by its bean name. Map, call one service, map back. */
interface ModelStep extends JavaDelegate {
}
