package org.redress.notification;

/**
 * The words of a message before its placeholders are filled.
 *
 * @param subject one line
 * @param body    plain lines; an empty one between paragraphs
 */
public record TemplateText(String subject, String body) {
}
