/** What people do with Redress, done in a real browser: the loop, the keyboard, no scripts, two at once, every page for everybody. */
@org.jspecify.annotations.NullMarked
package org.redress.e2e;
