package org.redress.studio.compare;

/**
 * One property of an element.
 *
 * @param property what it is called in the messages: {@code timer}, {@code nameZh}, or the attribute's own name
 * @param detail   which of several: name of a parameter, of a house property; empty where there is but one
 * @param before   empty for none
 * @param after    empty for none
 */
public record PropertyDifference(String property, String detail, String before, String after) {
}
