/** The ladder of a case: reminders, supervision orders, extensions, acknowledgements (升级、催办、督办、延期). */
@org.springframework.modulith.ApplicationModule(displayName = "escalation",
        allowedDependencies = {"shared", "complaint", "deadline", "organisation", "worklist", "notification"})
@org.jspecify.annotations.NullMarked
package org.redress.escalation;
