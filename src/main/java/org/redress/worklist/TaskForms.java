package org.redress.worklist;

import java.util.Locale;
import java.util.Map;

/** Port: the form of a task and what the model says of it. Answered from memory, never from the engine's tables twice. */
public interface TaskForms {

    /** The Camunda Form as JSON text with labels in the language. */
    String schema(String form, Locale locale);

    /** Documentation of the user task in the language: what is asked, in one sentence; empty where the model says nothing. */
    String documentation(OpenTask task, Locale locale);

    /** Values the form starts with, and the option lists its valuesKey name (teams, categories), labels in the language. */
    Map<String, Object> data(OpenTask task, Locale locale);
}
