package org.redress.briefing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** Contents as text, written the same way whatever the application's own JSON looks like: the hash is taken of this text. */
final class ContentJson {

    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() { };
    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private ContentJson() {
    }

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A briefing cannot be written", e);
        }
    }

    static BriefingContent content(String text) {
        try {
            return JSON.readValue(text, BriefingContent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored briefing cannot be read", e);
        }
    }

    static Map<String, String> words(String text) {
        try {
            return JSON.readValue(text, WORDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Words of a briefing cannot be read", e);
        }
    }

    static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
