/** The case: capture, triage, facts, verdict, remedy, guarded state changes, duplicates, search. */
@org.springframework.modulith.ApplicationModule(displayName = "complaint", allowedDependencies = {"shared", "customer", "organisation", "deadline", "worklist"})
@org.jspecify.annotations.NullMarked
package org.redress.complaint;
