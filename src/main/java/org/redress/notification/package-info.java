/** Live page events: what a browser must know after a commit. */
@org.springframework.modulith.ApplicationModule(displayName = "notification", allowedDependencies = {"shared"})
@org.jspecify.annotations.NullMarked
package org.redress.notification;
