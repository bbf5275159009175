/** Figures of the call programme and of complaints: exact sums kept beside the raw rows, the way down to them, and the check of both. */
@org.springframework.modulith.ApplicationModule(displayName = "figure", allowedDependencies = {"shared", "organisation", "deadline"})
@org.jspecify.annotations.NullMarked
package org.redress.figure;
