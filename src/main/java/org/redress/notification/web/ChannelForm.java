package org.redress.notification.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.redress.notification.WebhookChannel;
import org.redress.notification.WebhookShape;
import org.redress.shared.Bilingual;

/** What an administrator types of a webhook channel. */
public class ChannelForm {

    private String code = "";
    private String nameEn = "";
    private String nameZh = "";
    private String url = "";
    private WebhookShape shape = WebhookShape.GENERIC;
    private String body = "";
    private String secret = "";
    private String language = "zh-CN";
    private List<String> templates = new ArrayList<>();
    private int perMinute = 20;
    private boolean active = true;
    private int version;

    /** The secret stays where it is. */
    static ChannelForm of(WebhookChannel channel) {
        var form = new ChannelForm();
        form.code = channel.code();
        form.nameEn = channel.name().en();
        form.nameZh = channel.name().zh();
        form.url = channel.url();
        form.shape = channel.shape();
        form.body = channel.body() == null ? "" : channel.body();
        form.language = channel.language();
        form.templates = new ArrayList<>(channel.templates());
        form.perMinute = channel.perMinute();
        form.active = channel.active();
        form.version = channel.version();
        return form;
    }

    WebhookChannel channel(String code) {
        return new WebhookChannel(code.strip().toLowerCase(Locale.ROOT), new Bilingual(nameEn.strip(), nameZh.strip()), url.strip(), shape,
                body.isBlank() ? null : body.replace("\r\n", "\n").strip(), secret.strip(), language.equals("en") ? "en" : "zh-CN", templates, perMinute,
                active, version);
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getNameEn() {
        return nameEn;
    }

    public void setNameEn(String nameEn) {
        this.nameEn = nameEn;
    }

    public String getNameZh() {
        return nameZh;
    }

    public void setNameZh(String nameZh) {
        this.nameZh = nameZh;
    }

    public String getUrl() {
        return url;
    }

    public void setUrl(String url) {
        this.url = url;
    }

    public WebhookShape getShape() {
        return shape;
    }

    public void setShape(WebhookShape shape) {
        this.shape = shape;
    }

    public String getBody() {
        return body;
    }

    public void setBody(String body) {
        this.body = body;
    }

    public String getSecret() {
        return secret;
    }

    public void setSecret(String secret) {
        this.secret = secret;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public List<String> getTemplates() {
        return templates;
    }

    public void setTemplates(List<String> templates) {
        this.templates = templates;
    }

    public int getPerMinute() {
        return perMinute;
    }

    public void setPerMinute(int perMinute) {
        this.perMinute = perMinute;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }
}
