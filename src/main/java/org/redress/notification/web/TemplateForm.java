package org.redress.notification.web;

import org.redress.notification.TemplateText;

/** What an administrator types of a message's text. */
public class TemplateForm {

    private String subject = "";
    private String body = "";
    private int seen;

    static TemplateForm of(TemplateText text, int seen) {
        var form = new TemplateForm();
        form.subject = text.subject();
        form.body = text.body();
        form.seen = seen;
        return form;
    }

    /** One kind of line end, whatever the browser sends. */
    TemplateText text() {
        return new TemplateText(subject.strip(), body.replace("\r\n", "\n").strip());
    }

    public String getSubject() {
        return subject;
    }

    public void setSubject(String subject) {
        this.subject = subject;
    }

    public String getBody() {
        return body;
    }

    public void setBody(String body) {
        this.body = body;
    }

    public int getSeen() {
        return seen;
    }

    public void setSeen(int seen) {
        this.seen = seen;
    }
}
