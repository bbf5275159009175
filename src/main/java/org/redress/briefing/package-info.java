/** Briefings (回访简报): what the calls of a period said, frozen with its numbers, and the measures people decided on it. */
@org.springframework.modulith.ApplicationModule(displayName = "briefing", allowedDependencies = {"shared", "organisation", "figure", "deadline", "notification", "worklist"})
@org.jspecify.annotations.NullMarked
package org.redress.briefing;
