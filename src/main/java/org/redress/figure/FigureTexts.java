package org.redress.figure;

import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words of figures in the reader's language. */
@Component
public class FigureTexts {

    private final MessageSource messages;

    FigureTexts(MessageSource messages) {
        this.messages = messages;
    }

    public String name(Figure figure, Locale locale) {
        return messages.getMessage("enum.Figure." + figure, null, locale);
    }

    /** Numerator and denominator in words. */
    public String formula(Figure figure, Locale locale) {
        return messages.getMessage("figure.formula." + figure, null, locale);
    }

    /** @param part numerator, denominator, or a code of what is left out */
    public String part(String part, Locale locale) {
        return part.equals(FigureRows.NUMERATOR) || part.equals(FigureRows.DENOMINATOR) ? messages.getMessage("figure.part." + part, null, locale)
                : messages.getMessage("figure.leftOut." + part, null, locale);
    }

    public String beside(String code, Locale locale) {
        return messages.getMessage("figure.beside." + code, null, locale);
    }

    public String comparison(Comparison comparison, Locale locale) {
        return messages.getMessage("enum.Comparison." + comparison, null, locale);
    }

    public String verdict(TargetVerdict verdict, Locale locale) {
        return messages.getMessage("enum.TargetVerdict." + verdict, null, locale);
    }

    public String dimension(Dimension dimension, Locale locale) {
        return messages.getMessage("enum.Dimension." + dimension, null, locale);
    }

    /** How {@link AskedShareMarks} decides, in a sentence. */
    public String askedRule(Locale locale) {
        return messages.getMessage("figure.asked.rule", new Object[] {AskedShareMarks.PERIODS_BEFORE, AskedShareMarks.FEWEST_JOBS, AskedShareMarks.FEWEST_RATINGS},
                locale);
    }

    /** @param flag "MISMATCH:4" */
    public String flag(String flag, Locale locale) {
        int colon = flag.indexOf(':');
        return colon < 0 ? messages.getMessage("figure.flag." + flag, null, locale)
                : messages.getMessage("figure.flag." + flag.substring(0, colon), new Object[] {flag.substring(colon + 1)}, locale);
    }
}
