/** What templates ask about the page they draw. */
@org.jspecify.annotations.NullMarked
package org.redress.shared.web;
