/** Pages and files of the reports. */
@org.jspecify.annotations.NullMarked
package org.redress.report.web;
