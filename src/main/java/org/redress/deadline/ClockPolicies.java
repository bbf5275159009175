package org.redress.deadline;

/** Where the company keeps how much time each clock has: a table that designers edit. */
@FunctionalInterface
public interface ClockPolicies {

    /** What clocks that start now are given. */
    ClockPolicy current();
}
