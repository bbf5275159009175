/** Boards: what is late and why, who has how much to do, what looks like gaming; read with SQL from everybody's tables. */
@org.springframework.modulith.ApplicationModule(displayName = "insight", allowedDependencies = {"shared", "organisation", "deadline", "worklist", "complaint", "escalation", "figure"})
@org.jspecify.annotations.NullMarked
package org.redress.insight;
