/** Pages and calls of the ladder. */
@org.jspecify.annotations.NullMarked
package org.redress.escalation.web;
