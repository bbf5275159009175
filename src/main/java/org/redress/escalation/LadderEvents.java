package org.redress.escalation;

import java.util.List;

import org.redress.deadline.Severity;

/** Port: the part of the ladder table that is not about clocks. */
public interface LadderEvents {

    /**
     * @param trigger CAPTURED, DISSATISFIED, HAND_OVER or AGE
     * @param count   how often it has happened to the case, this time included
     */
    List<LadderEvent> of(String trigger, Severity severity, int count);
}
