package org.redress.complaint;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.redress.customer.CustomerData;
import org.redress.deadline.Severity;
import org.redress.shared.Business;

/** Builds a {@link CaptureComplaint}; what is not said stays unknown. */
public final class CaptureComplaintBuilder {

    private final Channel channel;
    private @Nullable String outsideNumber;
    private @Nullable Instant outsideDueAt;
    private @Nullable CustomerData customer;
    private boolean anonymous;
    private boolean confidential;
    private @Nullable String contactWay;
    private @Nullable String category;
    private @Nullable String summary;
    private @Nullable String words;
    private @Nullable String remedySought;
    private boolean safety;
    private boolean media;
    private int groupSize = 1;
    private @Nullable Instant receivedAt;
    private @Nullable String serviceJob;
    private @Nullable Business business;
    private @Nullable Severity severity;
    private @Nullable String severityReason;
    private @Nullable String sourceTeam;
    private @Nullable String source;
    private @Nullable String sourceKey;
    private @Nullable Long callId;
    private @Nullable String repeatOf;
    private @Nullable String note;

    CaptureComplaintBuilder(Channel channel) {
        this.channel = channel;
    }

    public CaptureComplaintBuilder outsideNumber(@Nullable String value) {
        this.outsideNumber = value;
        return this;
    }

    public CaptureComplaintBuilder outsideDueAt(@Nullable Instant value) {
        this.outsideDueAt = value;
        return this;
    }

    public CaptureComplaintBuilder customer(@Nullable CustomerData value) {
        this.customer = value;
        return this;
    }

    public CaptureComplaintBuilder anonymous(boolean value) {
        this.anonymous = value;
        return this;
    }

    public CaptureComplaintBuilder confidential(boolean value) {
        this.confidential = value;
        return this;
    }

    public CaptureComplaintBuilder contactWay(@Nullable String value) {
        this.contactWay = value;
        return this;
    }

    public CaptureComplaintBuilder category(@Nullable String value) {
        this.category = value;
        return this;
    }

    public CaptureComplaintBuilder summary(@Nullable String value) {
        this.summary = value;
        return this;
    }

    public CaptureComplaintBuilder words(@Nullable String value) {
        this.words = value;
        return this;
    }

    public CaptureComplaintBuilder remedySought(@Nullable String value) {
        this.remedySought = value;
        return this;
    }

    public CaptureComplaintBuilder safety(boolean value) {
        this.safety = value;
        return this;
    }

    public CaptureComplaintBuilder media(boolean value) {
        this.media = value;
        return this;
    }

    public CaptureComplaintBuilder groupSize(int value) {
        this.groupSize = value;
        return this;
    }

    public CaptureComplaintBuilder receivedAt(@Nullable Instant value) {
        this.receivedAt = value;
        return this;
    }

    public CaptureComplaintBuilder serviceJob(@Nullable String value) {
        this.serviceJob = value;
        return this;
    }

    public CaptureComplaintBuilder business(@Nullable Business value) {
        this.business = value;
        return this;
    }

    public CaptureComplaintBuilder severity(@Nullable Severity value) {
        this.severity = value;
        return this;
    }

    public CaptureComplaintBuilder severityReason(@Nullable String value) {
        this.severityReason = value;
        return this;
    }

    public CaptureComplaintBuilder sourceTeam(@Nullable String value) {
        this.sourceTeam = value;
        return this;
    }

    public CaptureComplaintBuilder source(@Nullable String value) {
        this.source = value;
        return this;
    }

    public CaptureComplaintBuilder sourceKey(@Nullable String value) {
        this.sourceKey = value;
        return this;
    }

    public CaptureComplaintBuilder callId(@Nullable Long value) {
        this.callId = value;
        return this;
    }

    public CaptureComplaintBuilder repeatOf(@Nullable String value) {
        this.repeatOf = value;
        return this;
    }

    public CaptureComplaintBuilder note(@Nullable String value) {
        this.note = value;
        return this;
    }

    public CaptureComplaint build() {
        return new CaptureComplaint(channel, outsideNumber, outsideDueAt, customer, anonymous, confidential, contactWay, category,
                summary, words, remedySought, safety, media, groupSize, receivedAt, serviceJob, business, severity, severityReason,
                sourceTeam, source, sourceKey, callId, repeatOf, note);
    }
}
