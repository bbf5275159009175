/** The demo company: people, customers and work to try the product on, loaded with the embedded database only. */
@org.springframework.modulith.ApplicationModule(displayName = "demo", allowedDependencies = {"shared", "organisation", "customer", "complaint", "callback", "campaign", "worklist", "access", "deadline", "calendar", "notification", "portal", "survey", "briefing", "figure"})
@org.jspecify.annotations.NullMarked
package org.redress.demo;
