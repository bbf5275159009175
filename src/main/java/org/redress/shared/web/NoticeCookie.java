package org.redress.shared.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.AbstractFlashMapManager;
import org.springframework.web.util.WebUtils;

/**
 * Carries the notice over a redirect ("the case is signed") in a cookie, not in the session: a user action then writes its own
 * transaction and no other. Plain values only: texts, numbers, lists and maps of them.
 */
@Component("flashMapManager")
class NoticeCookie extends AbstractFlashMapManager {

    private static final String COOKIE = "notice";
    private static final int LONGEST = 3500; // browsers drop cookies of more than 4096 bytes
    private static final TypeReference<List<Kept>> LIST = new TypeReference<>() { };

    private final ObjectMapper json;

    NoticeCookie(ObjectMapper json) {
        this.json = json;
    }

    @Override
    protected @Nullable List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null || cookie.getValue().isEmpty()) {
            return null;
        }
        try {
            var maps = new ArrayList<FlashMap>();
            json.readValue(Base64.getUrlDecoder().decode(cookie.getValue()), LIST).forEach(kept -> maps.add(kept.open()));
            return maps;
        } catch (IOException | IllegalArgumentException e) {
            logger.debug("A notice that cannot be read is dropped", e);
            return null;
        }
    }

    @Override
    protected void updateFlashMaps(List<FlashMap> maps, HttpServletRequest request, HttpServletResponse response) {
        var value = maps.isEmpty() ? "" : encode(maps);
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException("A notice of " + value.length() + " characters is too long to be carried: " + maps);
        }
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(COOKIE, value).path("/").httpOnly(true).sameSite("Lax")
                .maxAge(value.isEmpty() ? 0 : getFlashMapTimeout()).build().toString());
    }

    private String encode(List<FlashMap> maps) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(json.writeValueAsBytes(maps.stream().map(Kept::of).toList()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A notice holds plain values only: " + maps, e);
        }
    }

    /** The cookie belongs to one browser, which sends its requests one after the other. */
    @Override
    protected @Nullable Object getFlashMapsMutex(HttpServletRequest request) {
        return null;
    }

    /** @param until when it is dropped if its page is never opened, milliseconds of the epoch */
    record Kept(@Nullable String path, long until, Map<String, Object> values) {

        static Kept of(FlashMap map) {
            return new Kept(map.getTargetRequestPath(), map.getExpirationTime(), new LinkedHashMap<>(map));
        }

        FlashMap open() {
            var map = new FlashMap();
            map.setTargetRequestPath(path);
            map.setExpirationTime(until);
            // templates give the arguments of a message as an array
            values.forEach((name, value) -> map.put(name, value instanceof List<?> list ? list.toArray() : value));
            return map;
        }
    }
}
