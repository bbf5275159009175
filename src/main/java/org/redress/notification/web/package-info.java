/** The stream of live updates, the bell, the outbox, texts and channels. */
@org.jspecify.annotations.NullMarked
package org.redress.notification.web;
