package org.redress.worklist;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.redress.shared.FieldProblem;

/** Port: the form of a task and what the model says of it. Answered from memory, never from the engine's tables twice. */
public interface TaskForms {

    /** The Camunda Form as JSON text with labels in the language. */
    String schema(OpenTask task, Locale locale);

    /** Documentation of the user task in the language: what is asked, in one sentence; empty where the model says nothing. */
    String documentation(OpenTask task, Locale locale);

    /**
     * What was sent and contradicts the task, beyond what its form can know.
     *
     * @param submitted as it came, before the form was asked
     */
    List<FieldProblem> contradictions(OpenTask task, Map<String, Object> submitted);

    /** Values the form starts with, and the option lists its valuesKey name (teams, categories), labels in the language. */
    Map<String, Object> data(OpenTask task, Locale locale);
}
