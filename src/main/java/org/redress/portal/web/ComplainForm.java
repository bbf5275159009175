package org.redress.portal.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.redress.customer.CustomerData;
import org.redress.shared.web.Languages;

/** What a customer types into the public form. */
public class ComplainForm {

    private static final String SENDING = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private String sending = UUID.randomUUID().toString();
    private String name = "";
    private String phone = "";
    private String email = "";
    private String account = "";
    private String where = "";
    private String words = "";
    private String remedySought = "";
    /** No person sees this field; what fills it in is no person. */
    private String website = "";

    public String getSending() {
        return sending;
    }

    public void setSending(String sending) {
        this.sending = sending.matches(SENDING) ? sending : UUID.randomUUID().toString();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name.strip();
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone.strip();
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email.strip();
    }

    public String getAccount() {
        return account;
    }

    public void setAccount(String account) {
        this.account = account.strip();
    }

    public String getWhere() {
        return where;
    }

    public void setWhere(String where) {
        this.where = where.strip();
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

    public String getWebsite() {
        return website;
    }

    public void setWebsite(String website) {
        this.website = website.strip();
    }

    CustomerData customer(Locale locale) {
        return new CustomerData(said(account), said(name), said(phone), null, said(where), null, said(email), Languages.tag(locale));
    }

    /** The same words sent twice from one form are one complaint; changed words are another. */
    String sendingOfTheseWords() {
        byte[] content = String.join("\n", name, phone, email, account, where, words, remedySought).getBytes(StandardCharsets.UTF_8);
        return sending + "/" + UUID.nameUUIDFromBytes(content);
    }

    static @Nullable String said(String typed) {
        return typed.isBlank() ? null : typed.strip();
    }
}
