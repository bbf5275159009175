/** What people must know outside the page they have open: the outbox of mails and webhooks, the bell, their texts, and live page events. */
@org.springframework.modulith.ApplicationModule(displayName = "notification", allowedDependencies = {"shared"})
@org.jspecify.annotations.NullMarked
package org.redress.notification;
