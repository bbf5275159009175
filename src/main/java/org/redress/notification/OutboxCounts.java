package org.redress.notification;

/** @param sentToday since midnight in the company's zone */
public record OutboxCounts(long waiting, long undeliverable, long sentToday) {
}
