/** Sign-in, permissions, the audit trail, and what an API call may rely on. */
@org.springframework.modulith.ApplicationModule(displayName = "access", allowedDependencies = {"shared", "organisation"})
@org.jspecify.annotations.NullMarked
package org.redress.access;
