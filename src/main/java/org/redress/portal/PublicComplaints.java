package org.redress.portal;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.redress.complaint.CaptureComplaint;
import org.redress.complaint.Channel;
import org.redress.complaint.ComplaintIntake;
import org.redress.complaint.CustomerDesk;
import org.redress.complaint.CustomerDesk.Attachment;
import org.redress.customer.CustomerData;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The public form: a complaint by channel WEB, with its files and its link, in one transaction. */
@Service
public class PublicComplaints {

    /** Of the source of a case: sent twice, the same form is one complaint. */
    public static final String SOURCE = "portal";

    private static final int LONGEST_SUMMARY = 120;
    private static final Pattern ENDS = Pattern.compile("(?<=[.!?。！？])|\\R");

    private final CustomerDesk desk;
    private final TrackingLinks links;

    PublicComplaints(CustomerDesk desk, TrackingLinks links) {
        this.desk = desk;
        this.links = links;
    }

    /**
     * @param sending what makes this sending of the form one, at most 100 characters
     * @param words   what happened
     */
    public record PublicComplaint(String sending, CustomerData customer, String words, @Nullable String remedySought) {
    }

    /** @param token of the link to the case */
    public record Received(String number, String token) {
    }

    /** @throws org.redress.shared.Problem 413, 422 as for every complaint and every document; then nothing is captured */
    @Transactional
    public Received complain(PublicComplaint complaint, List<Attachment> files) {
        CaptureComplaint capture = CaptureComplaint.by(Channel.WEB).customer(complaint.customer())
                .summary(summary(complaint.words())).words(complaint.words()).remedySought(complaint.remedySought())
                .source(SOURCE).sourceKey(complaint.sending()).build();
        ComplaintIntake.Captured captured = desk.complain(capture, files);
        return new Received(captured.number(), links.make(captured.id()));
    }

    /** The first sentence, or as much of it as a list shows. */
    static String summary(String words) {
        String first = ENDS.split(words.strip())[0].strip();
        return first.length() <= LONGEST_SUMMARY ? first : first.substring(0, LONGEST_SUMMARY - 1).strip() + "…";
    }
}
