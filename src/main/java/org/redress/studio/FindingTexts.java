package org.redress.studio;

import java.util.List;
import java.util.Locale;

import org.redress.shared.Bilingual;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Findings as sentences, for pages and the API alike. */
@Component
public class FindingTexts {

    private final MessageSource messages;

    FindingTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** What is wrong and how to mend it, in the language of the reader. */
    public String text(Finding finding, Locale locale) {
        List<Object> args = finding.args().stream().map(arg -> arg instanceof Bilingual both ? both.in(locale) : arg).toList();
        return messages.getMessage(finding.key(), args.toArray(), locale);
    }
}
