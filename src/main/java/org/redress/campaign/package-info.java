/** Thematic calls (专题回访): proposed by a rule or started by hand, analysed by cause, with the measure decided and what it changed. */
@org.springframework.modulith.ApplicationModule(displayName = "campaign", allowedDependencies = {"shared", "organisation", "customer", "deadline", "complaint", "callback", "worklist :: form", "survey", "figure", "briefing"})
@org.jspecify.annotations.NullMarked
package org.redress.campaign;
