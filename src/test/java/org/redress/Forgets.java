package org.redress;

/** A test component that empties what the application keeps in memory, when the database below it is put back. */
@FunctionalInterface
public interface Forgets {

    void forget();
}
