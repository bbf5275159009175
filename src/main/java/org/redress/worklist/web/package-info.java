/** Pages and calls of the work list. */
@org.jspecify.annotations.NullMarked
package org.redress.worklist.web;
