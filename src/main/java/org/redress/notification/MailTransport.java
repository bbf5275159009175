package org.redress.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.shared.web.PageTimes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Mail by SMTP: text and HTML in the reader's language, under a Message-ID that stays the same however often it is tried. */
@Component
class MailTransport implements Transport {

    /** Header with the idempotency key as it is. */
    static final String KEY = "X-Redress-Key";

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final @Nullable JavaMailSender server;
    private final TextMaker maker;
    private final TemplateShelf shelf;
    private final MessageSource messages;
    private final PageTimes times;
    private final Clock clock;
    private final String from;

    MailTransport(ObjectProvider<JavaMailSender> server, TextMaker maker, TemplateShelf shelf, MessageSource messages, PageTimes times, Clock clock,
            MessageSettings settings, @Value("${spring.mail.username:}") String account) {
        this.server = server.getIfAvailable();
        this.maker = maker;
        this.shelf = shelf;
        this.messages = messages;
        this.times = times;
        this.clock = clock;
        this.from = !settings.sender().isBlank() ? settings.sender() : account.contains("@") ? account : "redress@localhost";
    }

    boolean hasServer() {
        return server != null;
    }

    @Override
    public boolean carries(String outlet) {
        return outlet.equals(Outlets.MAIL);
    }

    @Override
    public Sent send(Outgoing message) {
        if (message.address() == null) {
            return Sent.not(Outcome.never(Trouble.NO_ADDRESS, null));
        }
        if (server == null) {
            return Sent.not(Outcome.away(Trouble.NO_MAIL_SERVER, null));
        }
        var locale = message.locale();
        var company = shelf.text(message.template(), TemplateBook.language(locale)).orElse(null);
        var text = maker.make(message.template(), company, TextMaker.Facts.of(message), locale);
        try {
            server.send(written(server.createMimeMessage(), message, text, locale, message.address()));
            return new Sent(Outcome.SENT, text.subject(), text.plain());
        } catch (AddressException e) {
            return Sent.not(Outcome.never(Trouble.ADDRESS_WRONG, e.getMessage()));
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new IllegalStateException("A mail that cannot be written", e);
        } catch (MailException e) {
            return Sent.not(MailFailure.read(e));
        }
    }

    private MimeMessage written(MimeMessage mail, Outgoing message, MessageText text, Locale locale, String address)
            throws MessagingException, UnsupportedEncodingException {
        mail.setFrom(new InternetAddress(from, maker.company(locale), UTF_8));
        var to = new InternetAddress(address, true);
        if (message.name() != null) {
            to.setPersonal(message.name(), UTF_8);
        }
        mail.setRecipient(MimeMessage.RecipientType.TO, to);
        mail.setSubject(text.subject(), UTF_8);
        mail.setSentDate(Date.from(clock.instant()));
        mail.setContentLanguage(new String[] {locale.toLanguageTag()});
        mail.setHeader(KEY, message.key());
        mail.setHeader("Message-ID", id(message.key()));
        mail.setHeader("Auto-Submitted", "auto-generated"); // or absence notes would answer it
        var written = messages.getMessage("notification.mail.written", new Object[] {times.text(message.createdAt(), locale)}, locale);
        var plain = new MimeBodyPart();
        plain.setText(text.plain() + "\n\n" + written + "\n", UTF_8);
        var html = new MimeBodyPart();
        html.setText(page(text, written, locale), UTF_8, "html");
        mail.setContent(new MimeMultipart("alternative", plain, html));
        mail.saveChanges();
        mail.setHeader("Message-ID", id(message.key())); // saving made another
        return mail;
    }

    private static String page(MessageText text, String written, Locale locale) {
        return "<!DOCTYPE html>\n<html lang=\"" + locale.toLanguageTag() + "\">\n<head><meta charset=\"utf-8\"><title>" + TextForm.HTML.words(text.subject())
                + "</title></head>\n<body>\n" + text.html() + "\n<p><small>" + TextForm.HTML.words(written) + "</small></p>\n</body>\n</html>\n";
    }

    /** Letters, digits and hyphens as they are, anything else by its number: different keys stay different. */
    private String id(String key) {
        var safe = new StringBuilder();
        key.chars().forEach(c -> {
            if (Character.isLetterOrDigit(c) || c == '-') {
                safe.append((char) c);
            } else {
                safe.append("=%02x".formatted(c));
            }
        });
        return "<" + safe + "@" + from.substring(from.indexOf('@') + 1) + ">";
    }
}
