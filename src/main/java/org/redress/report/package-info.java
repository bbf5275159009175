/** Reports: any figure live with its formula and the rows behind it, views that people keep, and the mail that brings them. */
@org.springframework.modulith.ApplicationModule(displayName = "report", allowedDependencies = {"shared", "figure", "organisation", "deadline", "notification"})
@org.jspecify.annotations.NullMarked
package org.redress.report;
