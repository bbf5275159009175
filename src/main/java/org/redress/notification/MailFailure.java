package org.redress.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailSendException;

/** What a mail server's refusal means: for this mail only, for good, or for all of them. */
final class MailFailure {

    private static final int CLOSING = 421;
    private static final List<Integer> NOT_FOR_US = List.of(530, 534, 535, 538);

    private MailFailure() {
    }

    static Outcome read(MailException failure) {
        if (failure instanceof MailAuthenticationException) {
            return Outcome.away(Trouble.MAIL_SERVER_REFUSED, failure.getMessage());
        }
        if (failure instanceof MailParseException) {
            return Outcome.never(Trouble.REFUSED, failure.getMessage());
        }
        var chain = chain(failure);
        for (Throwable each : chain) {
            if (each instanceof AddressException wrong) {
                return Outcome.never(Trouble.ADDRESS_WRONG, wrong.getMessage());
            }
            if (each instanceof SMTPAddressFailedException refused) {
                return answered(refused.getReturnCode(), Trouble.ADDRESS_REFUSED, refused.getMessage());
            }
            if (each instanceof SMTPSenderFailedException refused) {
                return Outcome.away(Trouble.MAIL_SERVER_REFUSED, refused.getMessage());
            }
        }
        for (Throwable each : chain) {
            if (each instanceof SMTPSendFailedException refused && refused.getReturnCode() > 0) {
                return answered(refused.getReturnCode(), Trouble.REFUSED, refused.getMessage());
            }
        }
        var last = chain.get(chain.size() - 1);
        return Outcome.away(Trouble.MAIL_SERVER_AWAY, last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage());
    }

    private static Outcome answered(int code, Trouble forGood, String words) {
        if (code == CLOSING) {
            return Outcome.away(Trouble.MAIL_SERVER_AWAY, words);
        }
        if (NOT_FOR_US.contains(code)) {
            return Outcome.away(Trouble.MAIL_SERVER_REFUSED, words);
        }
        return code < 500 ? Outcome.later(Trouble.REFUSED_FOR_NOW, words) : Outcome.never(forGood, words);
    }

    /** The failure and what is behind it: of the one mail, by next exception and by cause. */
    private static List<Throwable> chain(MailException failure) {
        var chain = new ArrayList<Throwable>();
        collect(failure, chain);
        if (failure instanceof MailSendException several) {
            several.getFailedMessages().values().forEach(each -> collect(each, chain));
        }
        return chain;
    }

    private static void collect(Throwable failure, List<Throwable> chain) {
        if (chain.contains(failure)) {
            return;
        }
        chain.add(failure);
        if (failure instanceof MessagingException mail && mail.getNextException() != null) {
            collect(mail.getNextException(), chain);
        }
        if (failure.getCause() != null) {
            collect(failure.getCause(), chain);
        }
    }
}
