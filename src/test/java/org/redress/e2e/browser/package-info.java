/** The browser of the tests, the people who sit before it, and what is watched while they work. */
@org.jspecify.annotations.NullMarked
package org.redress.e2e.browser;
