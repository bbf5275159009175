/** The stream of live updates. */
@org.jspecify.annotations.NullMarked
package org.redress.notification.web;
