/** Customers, their accounts and segments. */
@org.springframework.modulith.ApplicationModule(displayName = "customer", allowedDependencies = {"shared"})
@org.jspecify.annotations.NullMarked
package org.redress.customer;
