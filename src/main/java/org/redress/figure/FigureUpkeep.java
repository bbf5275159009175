package org.redress.figure;

/** Keeps the sums up with the rows they are made of. */
public interface FigureUpkeep {

    /** Counts everything that was committed until now. Reading a figure does it by itself unless very much is waiting. */
    void catchUp();

    /** How many changes of rows are not counted yet. */
    long waiting();
}
