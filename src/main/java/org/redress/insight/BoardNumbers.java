package org.redress.insight;

import java.util.Map;

/**
 * How many open cases stand how.
 *
 * @param tonight    not late yet, and late by the end of the day if nothing happens
 * @param unassigned their work is held by nobody
 * @param lateBy     late cases by cause
 * @param riskBy     cases at risk by what has taken most of their time so far
 */
public record BoardNumbers(int open, int breached, int atRisk, int paused, int tonight, int unassigned, Map<Stage, Integer> lateBy,
        Map<Stage, Integer> riskBy) {

    public int onTrack() {
        return open - breached - atRisk - paused;
    }
}
