package org.redress.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The other language is always a page that can be opened. */
class PageLinksTest {

    @AfterEach
    void forget() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void anOpenedPageStaysWhereItIs() {
        at("GET", "/tasks", null).setQueryString("scope=mine&lang=en");
        assertThat(new PageLinks().inLanguage("zh-CN")).isEqualTo("/tasks?scope=mine&lang=zh-CN");
    }

    @Test
    void aRefusedFormLeadsBackToThePageItStandsOn() {
        at("POST", "/callbacks/7/complete", "http://localhost/callbacks/7?words=%E9%80%80&lang=en");
        assertThat(new PageLinks().inLanguage("zh-CN")).isEqualTo("/callbacks/7?words=%E9%80%80&lang=zh-CN");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"http://elsewhere/callbacks/7", "http://localhost:81/callbacks/7", "http://localhost//elsewhere/7", "no address", "about:blank"})
    void aFormFromNowhereOfOursLeadsToTheStart(@Nullable String referer) {
        at("POST", "/callbacks/7/complete", referer);
        assertThat(new PageLinks().inLanguage("en")).isEqualTo("/?lang=en");
    }

    private static MockHttpServletRequest at(String method, String path, @Nullable String referer) {
        var request = new MockHttpServletRequest(method, path);
        if (referer != null) {
            request.addHeader("Referer", referer);
        }
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        return request;
    }
}
