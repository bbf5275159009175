/** Pages on which calendars are read, edited and put in force. */
@org.jspecify.annotations.NullMarked
package org.redress.calendar.web;
