/** Pages and calls about cases: search, capture, the case and its tabs. */
@org.jspecify.annotations.NullMarked
package org.redress.complaint.web;
