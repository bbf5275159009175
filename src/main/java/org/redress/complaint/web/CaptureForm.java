package org.redress.complaint.web;

import org.jspecify.annotations.Nullable;
import org.redress.complaint.Channel;
import org.redress.deadline.Severity;

/** What somebody types while capturing a complaint; texts stay as typed until they are read. */
public class CaptureForm {

    private String phone = "";
    private String account = "";
    private String name = "";
    private String email = "";
    private String address = "";
    private Channel channel = Channel.HOTLINE;
    private String category = "";
    private String summary = "";
    private String words = "";
    private String remedySought = "";
    private String outsideNumber = "";
    private String outsideDueAt = "";
    private String receivedAt = "";
    private String contactWay = "";
    private String groupSize = "1";
    private boolean safety;
    private boolean media;
    private boolean anonymous;
    private boolean confidential;
    private @Nullable Severity severity;
    private String severityReason = "";
    private String repeatOf = "";
    private String newReason = "";

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone.strip();
    }

    public String getAccount() {
        return account;
    }

    public void setAccount(String account) {
        this.account = account.strip();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name.strip();
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email.strip();
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(String address) {
        this.address = address.strip();
    }

    public Channel getChannel() {
        return channel;
    }

    public void setChannel(Channel channel) {
        this.channel = channel;
    }

    public String getCategory() {
        return category;
    }

    public void setCategory(String category) {
        this.category = category.strip();
    }

    public String getSummary() {
        return summary;
    }

    public void setSummary(String summary) {
        this.summary = summary;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }

    public String getRemedySought() {
        return remedySought;
    }

    public void setRemedySought(String remedySought) {
        this.remedySought = remedySought;
    }

    public String getOutsideNumber() {
        return outsideNumber;
    }

    public void setOutsideNumber(String outsideNumber) {
        this.outsideNumber = outsideNumber.strip();
    }

    public String getOutsideDueAt() {
        return outsideDueAt;
    }

    public void setOutsideDueAt(String outsideDueAt) {
        this.outsideDueAt = outsideDueAt.strip();
    }

    public String getReceivedAt() {
        return receivedAt;
    }

    public void setReceivedAt(String receivedAt) {
        this.receivedAt = receivedAt.strip();
    }

    public String getContactWay() {
        return contactWay;
    }

    public void setContactWay(String contactWay) {
        this.contactWay = contactWay.strip();
    }

    public String getGroupSize() {
        return groupSize;
    }

    public void setGroupSize(String groupSize) {
        this.groupSize = groupSize.strip();
    }

    public boolean isSafety() {
        return safety;
    }

    public void setSafety(boolean safety) {
        this.safety = safety;
    }

    public boolean isMedia() {
        return media;
    }

    public void setMedia(boolean media) {
        this.media = media;
    }

    public boolean isAnonymous() {
        return anonymous;
    }

    public void setAnonymous(boolean anonymous) {
        this.anonymous = anonymous;
    }

    public boolean isConfidential() {
        return confidential;
    }

    public void setConfidential(boolean confidential) {
        this.confidential = confidential;
    }

    public @Nullable Severity getSeverity() {
        return severity;
    }

    public void setSeverity(@Nullable Severity severity) {
        this.severity = severity;
    }

    public String getSeverityReason() {
        return severityReason;
    }

    public void setSeverityReason(String severityReason) {
        this.severityReason = severityReason.strip();
    }

    public String getRepeatOf() {
        return repeatOf;
    }

    public void setRepeatOf(String repeatOf) {
        this.repeatOf = repeatOf.strip();
    }

    public String getNewReason() {
        return newReason;
    }

    public void setNewReason(String newReason) {
        this.newReason = newReason.strip();
    }

    /** Whether anything is said of who complains. */
    boolean namesSomebody() {
        return !phone.isEmpty() || !account.isEmpty() || !name.isEmpty();
    }
}
