/** The read model of open work: claim, return, reassign, complete, bulk verbs, order. */
@org.springframework.modulith.ApplicationModule(displayName = "worklist", allowedDependencies = {"shared", "organisation", "deadline"})
@org.jspecify.annotations.NullMarked
package org.redress.worklist;
