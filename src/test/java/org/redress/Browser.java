package org.redress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A person at a browser without scripts: keeps cookies, sends the token that the last page carried, follows no redirect. */
public final class Browser {

    private static final Pattern TOKEN = Pattern.compile("(?:<meta name=\"csrf-token\" content|name=\"_csrf\" value)=\"([^\"]+)\"");

    private final String base;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).followRedirects(HttpClient.Redirect.NEVER).build();
    private @Nullable String token;
    private String language = "en";

    public Browser(String base) {
        this.base = base;
    }

    /** Accept-Language from now on. */
    public Browser speaking(String tag) {
        this.language = tag;
        return this;
    }

    public HttpResponse<String> signIn(String username, String password) {
        get("/login");
        return post("/login", Map.of("username", username, "password", password));
    }

    public Browser as(String demoAccount) {
        var answer = signIn(demoAccount, "redress-demo");
        if (answer.statusCode() != 302) {
            throw new AssertionError("Not signed in: " + answer.statusCode() + " " + answer.body());
        }
        get("/settings");
        return this;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public HttpResponse<String> post(String path, Map<String, String> form) {
        return postAll(path, form);
    }

    /** @param form values; a list where a field is there several times */
    public HttpResponse<String> postAll(String path, Map<String, ?> form) {
        var body = form.entrySet().stream()
                .flatMap(entry -> (entry.getValue() instanceof List<?> several ? several : List.of(entry.getValue())).stream()
                        .map(value -> encode(entry.getKey()) + "=" + encode(String.valueOf(value))))
                .collect(Collectors.joining("&"));
        if (token != null) {
            body = body + (body.isEmpty() ? "" : "&") + "_csrf=" + encode(token);
        }
        return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The next form is sent without a token. */
    public Browser withoutToken() {
        token = null;
        return this;
    }

    public CookieManager cookies() {
        return cookies;
    }

    public HttpClient client() {
        return client;
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "text/html,*/*;q=0.8").header("Accept-Language", language);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var found = TOKEN.matcher(response.body());
            if (found.find()) {
                token = found.group(1);
            }
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
