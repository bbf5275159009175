package org.redress.organisation;

import java.util.List;

/** The departments of the company, and every team in them. */
public interface Departments {

    /** All departments, by code. */
    List<Department> all();

    /** Every team, also those no longer active, by code. */
    List<Team> everyTeam();

    /** Adds or renames a department. */
    void save(Department department);
}
