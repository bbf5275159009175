/** What customers are asked and what they answered: scales, questionnaires, the one table of evaluations, and the ways of asking beside the phone. */
@org.springframework.modulith.ApplicationModule(displayName = "survey", allowedDependencies = {"shared", "customer", "organisation", "deadline", "notification", "worklist", "worklist :: form"})
@org.jspecify.annotations.NullMarked
package org.redress.survey;
