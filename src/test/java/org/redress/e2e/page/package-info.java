/** One class a route: what a person sees and does there, found by role and name in the person's language. */
@org.jspecify.annotations.NullMarked
package org.redress.e2e.page;
