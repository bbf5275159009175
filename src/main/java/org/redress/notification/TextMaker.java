package org.redress.notification;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redress.shared.Bilingual;
import org.redress.shared.web.PageTimes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Makes the words of a message for a reader: text of the company or of the house, moments and terms in the reader's language. */
@Component
class TextMaker {

    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]{5,18}Z");
    private static final String TERM = "#";

    private final TemplateBook book;
    private final MessageSource messages;
    private final PageTimes times;
    private final String site;
    private final String company;

    TextMaker(TemplateBook book, MessageSource messages, PageTimes times, @Value("${redress.public-url}") String site,
            @Value("${redress.company:}") String company) {
        this.book = book;
        this.messages = messages;
        this.times = times;
        this.site = site.replaceAll("/+$", "");
        this.company = company;
    }

    /** @param text as the company has it; null for the shipped one */
    MessageText make(String template, @Nullable TemplateText text, Facts facts, Locale locale) {
        var shipped = book.page(template).text(TemplateBook.language(locale));
        return new TextFiller(values(facts, locale)).fill(text == null ? shipped : text);
    }

    /** The company's name as letters give it. */
    String company(Locale locale) {
        return company.isBlank() ? messages.getMessage("app.name", null, locale) : company;
    }

    /** Where a colleague reads on: what the caller gave, or the page of the case; empty for neither. */
    String link(@Nullable String caseNumber, Map<String, String> filled) {
        var page = caseNumber == null ? "" : site + "/cases/" + UriUtils.encodePathSegment(caseNumber, "UTF-8");
        return filled.getOrDefault("link", page);
    }

    /** The address of that page within the house; null when it is another house's, or there is none. */
    @Nullable String page(@Nullable String caseNumber, Map<String, String> filled) {
        var link = link(caseNumber, filled);
        return link.startsWith(site + "/") ? link.substring(site.length()) : null;
    }

    private Map<String, String> values(Facts facts, Locale locale) {
        var values = new HashMap<String, String>();
        put(values, "case", facts.caseNumber());
        put(values, "name", facts.name());
        values.put("company", company(locale));
        values.put("written", times.text(facts.written(), locale));
        if (!facts.forCustomer()) {
            values.put("link", link(facts.caseNumber(), Map.of()));
        }
        facts.filled().forEach((name, value) -> values.put(name, spoken(value, locale)));
        return values;
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    /** A value as it is read: a moment, a term and a text in two languages in the reader's, anything else as it stands. */
    String spoken(String value, Locale locale) {
        if (MOMENT.matcher(value).matches()) {
            try {
                return times.text(Instant.parse(value), locale);
            } catch (DateTimeException e) {
                return value; // 31 February is a text like any other
            }
        }
        int between = value.indexOf(Message.BETWEEN_LANGUAGES);
        if (between >= 0) {
            return new Bilingual(value.substring(0, between), value.substring(between + 1)).in(locale);
        }
        if (value.startsWith(TERM)) {
            return messages.getMessage(value.substring(TERM.length()), null, value, locale);
        }
        return value;
    }

    /**
     * What is known when the words are made.
     *
     * @param forCustomer a customer is not sent to pages behind the sign-in
     * @param written     when it was told
     */
    record Facts(Map<String, String> filled, @Nullable String caseNumber, @Nullable String name, boolean forCustomer, Instant written) {

        static Facts of(Outgoing message) {
            return new Facts(message.filled(), message.caseNumber(), message.name(), message.forCustomer(), message.createdAt());
        }
    }
}
