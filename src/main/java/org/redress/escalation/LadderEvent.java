package org.redress.escalation;

/**
 * What the ladder table says of something that is no clock.
 *
 * @param level    1 to 5
 */
public record LadderEvent(int level, LadderAction action, LadderAudience audience) {
}
