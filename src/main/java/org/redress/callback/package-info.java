/** Service jobs, the sampling of them, follow-up calls and their answers. */
@org.springframework.modulith.ApplicationModule(displayName = "callback", allowedDependencies = {"shared", "customer", "organisation", "deadline", "survey", "worklist", "worklist :: form"})
@org.jspecify.annotations.NullMarked
package org.redress.callback;
