package org.redress.report;

import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every few minutes for views whose day has come (定时发送); of several nodes one sends. */
@Component
class ReportMails {

    private static final Logger LOG = LoggerFactory.getLogger(ReportMails.class);

    private final ReportMailer mailer;
    private final ReportLease lease;
    private final String node = UUID.randomUUID().toString();

    ReportMails(ReportMailer mailer, ReportLease lease) {
        this.mailer = mailer;
        this.lease = lease;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT3M")
    void run() {
        if (!lease.take(node)) {
            return;
        }
        for (Long view : mailer.due()) {
            send(view);
        }
        lease.giveBack(node);
    }

    /** One view that cannot be sent does not keep the others: it is tried again. */
    private void send(long view) {
        try {
            mailer.send(view);
        } catch (RuntimeException e) {
            LOG.error("The mail of view {} could not be sent and is tried again", view, e);
        }
    }
}
