package org.redress.calendar.web;

/** Why the draft becomes a version, and which draft the person saw. */
public class SaveForm {

    private int revision;
    private String reason = "";

    public SaveForm() {
    }

    SaveForm(int revision) {
        this.revision = revision;
    }

    public int getRevision() {
        return revision;
    }

    public void setRevision(int revision) {
        this.revision = revision;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
