/** The company's working time as data: versions of it, the draft somebody edits, files in and out, and what a new version would move. */
@org.springframework.modulith.ApplicationModule(displayName = "calendar", allowedDependencies = {"shared", "deadline", "complaint"})
@org.jspecify.annotations.NullMarked
package org.redress.calendar;
