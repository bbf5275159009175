/** Pages and calls of the callback room. */
@org.jspecify.annotations.NullMarked
package org.redress.callback.web;
