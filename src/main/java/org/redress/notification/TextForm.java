package org.redress.notification;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** How the words of a message are written down; nothing that is filled in can become markup. */
enum TextForm {
    PLAIN {
        @Override
        String words(String text) {
            return text;
        }

        @Override
        String link(String address) {
            return address;
        }

        @Override
        String paragraphs(List<List<String>> paragraphs) {
            return join(paragraphs, "\n", "\n\n");
        }
    },
    HTML {
        @Override
        String words(String text) {
            return HtmlUtils.htmlEscape(text, "UTF-8");
        }

        @Override
        String link(String address) {
            return "<a href=\"" + words(address) + "\">" + words(address) + "</a>";
        }

        @Override
        String paragraphs(List<List<String>> paragraphs) {
            return paragraphs.stream().map(lines -> "<p>" + String.join("<br>\n", lines) + "</p>").collect(Collectors.joining("\n"));
        }
    },
    MARKDOWN {
        @Override
        String words(String text) {
            // chats know few escapes: what would become a link, a mention or an image is written apart
            return text.replace("](", "] (").replace("<", "&lt;").replace("`", "'");
        }

        @Override
        String link(String address) {
            return "[" + words(address) + "](" + address.replace(")", "%29").replace(" ", "%20") + ")";
        }

        @Override
        String paragraphs(List<List<String>> paragraphs) {
            return join(paragraphs, "  \n", "\n\n");
        }
    };

    abstract String words(String text);

    abstract String link(String address);

    abstract String paragraphs(List<List<String>> paragraphs);

    private static String join(List<List<String>> paragraphs, String betweenLines, String between) {
        return paragraphs.stream().map(lines -> String.join(betweenLines, lines)).collect(Collectors.joining(between));
    }
}
