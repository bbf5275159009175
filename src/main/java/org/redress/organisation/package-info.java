/** Departments, teams, people, roles, absence and deputies. */
@org.springframework.modulith.ApplicationModule(displayName = "organisation", allowedDependencies = {"shared"})
@org.jspecify.annotations.NullMarked
package org.redress.organisation;
