package org.redress.campaign.web;

/** The one text that moves a campaign on: why it is dropped, what was found, what became of it. */
public class TextForm {

    private int version;
    private String reason = "";
    private String finding = "";
    private String conclusion = "";

    public TextForm() {
    }

    TextForm(int version) {
        this.version = version;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getFinding() {
        return finding;
    }

    public void setFinding(String finding) {
        this.finding = finding;
    }

    public String getConclusion() {
        return conclusion;
    }

    public void setConclusion(String conclusion) {
        this.conclusion = conclusion;
    }
}
