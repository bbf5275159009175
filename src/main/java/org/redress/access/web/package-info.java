/** Sign-in, settings, accounts and the audit trail as pages. */
@org.jspecify.annotations.NullMarked
package org.redress.access.web;
