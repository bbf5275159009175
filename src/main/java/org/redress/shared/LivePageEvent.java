package org.redress.shared;

/**
 * Something that open pages show has changed. Published as an application event inside the writing transaction; browsers hear of it
 * after the commit and fetch the fragment again with their own rights.
 *
 * @param topic   "case", "tasks", "calls", "import", "change" or "bell"
 * @param ref     case number, team code, username or id
 * @param version the version the page would now show, 0 where there is none
 */
public record LivePageEvent(String topic, String ref, int version) {
}
