/** The customer's own pages: a public form, and a case followed by a link alone. No login, no session, nothing about others. */
@org.springframework.modulith.ApplicationModule(displayName = "portal", allowedDependencies = {"complaint", "customer", "notification", "shared", "survey"})
@org.jspecify.annotations.NullMarked
package org.redress.portal;
