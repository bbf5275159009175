package org.redress.studio;

import java.util.Map;

/** Port: how the work that the processes have opened stands. */
public interface OpenWork {

    /** By id of the process; without those that have no open task. */
    Map<String, Load> byProcess();

    /**
     * @param tasks open tasks that wait for nobody outside
     * @param late  those among them past their due moment
     */
    record Load(long tasks, long late) {

        /** In percent, rounded. */
        public long lateShare() {
            return Math.round(100.0 * late / tasks);
        }
    }
}
