package org.redress.campaign;

/**
 * How far the calls of a campaign are.
 *
 * @param due        calls that were opened
 * @param open       still on the list
 * @param reached    somebody answered
 * @param notReached tried in vain
 * @param lapsed     not made before the end
 * @param notCalled  turned out to have no number or to want no calls when the list was made
 * @param rated      of those reached
 * @param cases      complaints opened from an answer
 */
public record Progress(int due, int open, int reached, int notReached, int lapsed, int notCalled, int rated, int dissatisfied, int cases) {
}
