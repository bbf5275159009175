package org.redress.portal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.redress.Browser;

/** Somebody outside with a browser that runs no scripts. */
final class Customer {

    private static final Pattern NUMBER = Pattern.compile("RD-\\d{4}-\\d{6}");
    private static final Pattern SENDING = Pattern.compile("name=\"sending\" value=\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static int complaints;

    private final Browser browser;

    Customer(String site) {
        browser = new Browser(site);
    }

    Browser browser() {
        return browser;
    }

    HttpResponse<String> send(Map<String, String> typed) {
        Map<String, String> form = new LinkedHashMap<>();
        var blank = SENDING.matcher(browser.get("/complain").body());
        if (blank.find()) {
            form.put("sending", blank.group(1));
        }
        form.putAll(typed);
        return browser.post("/complain", form);
    }

    /** The path of the page that follows the complaint. */
    String complain(String words) {
        return path(send(Map.of("name", "Ada Finch", "phone", "0755-0100 %04d".formatted(++complaints), "words", words)));
    }

    static String path(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").map(to -> to.substring(to.indexOf("/track/")))
                .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()));
    }

    String number(String path) {
        var found = NUMBER.matcher(browser.get(path).body());
        if (!found.find()) {
            throw new AssertionError("no number on " + path);
        }
        return found.group();
    }

    /** Opens the page that the form stands on, and sends it. */
    HttpResponse<String> post(String path, Map<String, String> form) {
        browser.get(path.substring(0, path.lastIndexOf('/')));
        return browser.post(path, form);
    }

    /** Sends words and a file as a browser does. */
    HttpResponse<String> upload(String page, String action, Map<String, String> fields, String name, byte[] content)
            throws IOException, InterruptedException {
        var token = TOKEN.matcher(browser.get(page).body());
        if (!token.find()) {
            throw new AssertionError("no form on " + page);
        }
        String boundary = "----------7d1f2a";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", token.group(1));
        for (var field : all.entrySet()) {
            write(body, "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n" + field.getValue() + "\r\n");
        }
        write(body, "--" + boundary + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        body.write(content);
        write(body, "\r\n--" + boundary + "--\r\n");
        return browser.client().send(browser.request(action).header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void write(ByteArrayOutputStream body, String text) throws IOException {
        body.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
