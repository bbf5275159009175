package org.redress.callback;

import java.time.YearMonth;
import java.util.List;

/**
 * What two plans mean for the jobs of one month (试算).
 *
 * @param running   version of the plan in force
 * @param partly    the month is not over: jobs and working time until now
 * @param uncovered jobs that no rule of the draft fits
 * @param silent    jobs of those picked by the draft whose customer has no telephone
 */
public record PlanCount(YearMonth month, boolean partly, int running, Line total, List<Line> byRule, List<Line> byBusiness, List<Line> byTeam,
        int uncovered, int silent, List<Agent> agents, int leastCalls, int mostCalls) {

    /** @param key name of the rule, business or code of the team */
    public record Line(String key, int jobs, int callsRunning, int callsDraft) {

        public int more() {
            return callsDraft - callsRunning;
        }
    }

    /** One agent with what they can make in the month. */
    public record Agent(String username, int leastCalls, int mostCalls) {
    }

    /** FITS within the least, TIGHT within the most, OVER beyond. */
    public enum Verdict { FITS, TIGHT, OVER }

    public Verdict verdict(int calls) {
        return calls <= leastCalls ? Verdict.FITS : calls <= mostCalls ? Verdict.TIGHT : Verdict.OVER;
    }

    /** How many calls nobody can make, even where everybody makes the most. */
    public int over(int calls) {
        return Math.max(0, calls - mostCalls);
    }
}
