package org.redress.organisation;

/** Absence and deputies, by person. */
public interface Absences {

    /** {@link Absence#NONE} for somebody who is not known. */
    Absence of(String username);

    /**
     * @throws org.redress.shared.Problem 422 when the last day is before the first, or the deputy is unknown, inactive or the
     *         person themselves
     */
    void save(String username, Absence absence);
}
