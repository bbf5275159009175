package org.redress.e2e.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What must never happen on a page, whatever the test looks at: an error in the console, a broken content policy, an exception, a
 * request that fails. A test that provokes an answer of 400 or above says so first.
 */
final class Watch {

    private static final String TELL_VIOLATIONS = "addEventListener('securitypolicyviolation', e => "
            + "console.error('content policy: ' + e.effectiveDirective + ' ' + e.blockedURI + ' ' + e.sourceFile + ':' + e.lineNumber))";
    /** Said for every answer above 400 as well, which {@link #answered} judges knowing the status. */
    private static final String OF_A_RESPONSE = "Failed to load resource: the server responded";
    /** A page that is left drops its requests and its event stream. */
    private static final String LEFT = "net::ERR_ABORTED";
    /** What htmx says of that, also when a newer request takes the place of one under way. */
    private static final Pattern LEFT_BY_HTMX = Pattern.compile("^htmx:(sendAbort|afterRequest), ");

    private final List<String> problems = new ArrayList<>();
    private final Set<Integer> expected = new HashSet<>();
    private boolean offline;

    Watch(BrowserContext context) {
        context.addInitScript(TELL_VIOLATIONS);
        context.onPage(this::follow);
    }

    private void follow(Page page) {
        page.onConsoleMessage(this::said);
        page.onPageError(error -> problems.add("exception on " + page.url() + ": " + error));
        page.onRequestFailed(this::failed);
        page.onResponse(this::answered);
    }

    private void said(ConsoleMessage message) {
        var text = message.text();
        var ofTheNetwork = text.startsWith(OF_A_RESPONSE) || offline && (text.startsWith("Failed to load resource") || text.startsWith("htmx:sendError"));
        if (message.type().equals("error") && !ofTheNetwork && !LEFT_BY_HTMX.matcher(text).find()) {
            problems.add("console: " + text + " (" + message.location() + ")");
        }
    }

    private void failed(Request request) {
        if (!LEFT.equals(request.failure()) && !offline) {
            problems.add("request failed: " + request.method() + " " + request.url() + " " + request.failure());
        }
    }

    private void answered(Response response) {
        if (response.status() >= 400 && !expected.contains(response.status())) {
            problems.add("answer " + response.status() + " to " + response.request().method() + " " + response.url());
        }
    }

    /** This answer is what the test is about. Holds until the test ends. */
    void expect(int status) {
        expected.add(status);
    }

    /** The line is cut in this test. Holds until the test ends: what failed while it was cut may be told afterwards. */
    void expectNoNetwork() {
        offline = true;
    }

    List<String> seen() {
        return List.copyOf(problems);
    }

    /** What was seen since the last call. */
    List<String> take() {
        var seen = List.copyOf(problems);
        problems.clear();
        expected.clear();
        offline = false;
        return seen;
    }
}
