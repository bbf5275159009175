package org.redress.notification;

/**
 * The words of a message for one reader.
 *
 * @param subject  one line
 * @param plain    for a mail's text part, the bell and chats
 * @param html     paragraphs for a mail's HTML part; whatever was filled in is escaped
 * @param markdown for chats that show it
 */
public record MessageText(String subject, String plain, String html, String markdown) {
}
