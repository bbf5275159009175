package org.redress.complaint;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.redress.shared.Bilingual;

/** Port to the process of a case, in the words of the case. Every call joins the running transaction. */
public interface ComplaintWorkflow {

    /** Starts the process of a freshly captured case; when it returns the case stands at its first person. */
    void start(long caseId, String number, SeverityFacts facts);

    /** Work waits for the customer or a third party: the step at hand gives way to waiting. */
    void waitingStarted(long caseId);

    void resumed(long caseId);

    /** Clocks of the case moved though nothing happened in its process: timers, due moments of tasks and rows of work follow. */
    void clocksMoved(long caseId);

    /** Ends the process wherever it stands. */
    void withdrawn(long caseId);

    /**
     * An ended case goes on: a new run of the process, entering at its team, or at triage.
     *
     * @param team  null where it was settled before any team had it
     * @param owner null where nobody ever triaged it
     */
    void reopened(long caseId, String number, @Nullable String team, @Nullable String owner);

    /** The model that a case ran on, as BPMN XML. @param definitionId opaque reference kept with the path */
    String diagram(String definitionId);

    /** The version of the process that new cases run on, named as paths name it. */
    String current();

    /** Which version of the process it is, from 1 on. */
    int version(String definitionId);

    /** The same model as a nested outline in reading order, for people who do not see the diagram. */
    Outline outline(String definitionId, Locale locale);

    /** One element of the outline; {@code kind} is a message key part such as "userTask". */
    record Outline(String id, String kind, String name, String documentation, java.util.List<Outline> children,
            java.util.List<Next> next) {
    }

    /** A flow out of an element. */
    record Next(String target, Bilingual name) {
    }
}
