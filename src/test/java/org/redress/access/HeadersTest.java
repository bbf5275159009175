package org.redress.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.redress.Api;
import org.redress.Browser;
import org.redress.RedressTest;

/** What a browser is told about how far to trust a page. */
class HeadersTest extends RedressTest {

    private static final String CSP = "Content-Security-Policy";

    @Test
    void nothingButOurOwnFiles() {
        var policy = policy(new Browser(url("")), "/login");
        assertThat(policy).contains("default-src 'self'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'",
                "form-action 'self'", "base-uri 'self'").doesNotContain("unsafe");
    }

    @Test
    void styleAttributesOnlyWhereAFormOrADiagramNeedsThem() {
        var browser = new Browser(url("")).as("specialist");
        assertThat(policy(browser, "/tasks/1")).contains("style-src-attr 'unsafe-inline'").doesNotContain("script-src 'self' 'unsafe");
        assertThat(policy(browser, "/cases/RD-2026-999999")).contains("style-src-attr 'unsafe-inline'");
        assertThat(policy(browser, "/settings")).doesNotContain("unsafe");
        assertThat(policy(browser, "/swagger-ui/index.html")).contains("script-src 'self';");
    }

    @Test
    void theApiServesDataOnly() {
        assertThat(Api.as(url(""), "agent").get("/api/v1/tasks?scope=mine").headers().firstValue(CSP))
                .hasValue("default-src 'none'; frame-ancestors 'none'");
    }

    @Test
    void theOtherHeadersStandOnEveryPage() {
        var headers = new Browser(url("")).get("/login").headers();
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Permissions-Policy")).isPresent();
        assertThat(headers.firstValue("X-Request-Id")).isPresent();
    }

    private static String policy(Browser browser, String path) {
        return browser.get(path).headers().firstValue(CSP).orElseThrow();
    }
}
