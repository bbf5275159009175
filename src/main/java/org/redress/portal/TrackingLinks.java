package org.redress.portal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Links that lead to one case. A link is 192 random bits; what it hashes to is all that is kept of it. */
@Service
@Transactional
public class TrackingLinks {

    private static final int BYTES = 24;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{32}");

    private final JdbcClient jdbc;
    private final String site;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    TrackingLinks(JdbcClient jdbc, @Value("${redress.public-url}") String site, Clock clock) {
        this.jdbc = jdbc;
        this.site = site.replaceAll("/+$", "");
        this.clock = clock;
    }

    /** A new link to the case; earlier ones stay good. Answers its token. */
    public String make(long caseId) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("insert into tracking_link (hash, complaint_id, made_at) values (?, ?, ?)")
                .params(hash(token), caseId, clock.instant().atOffset(ZoneOffset.UTC)).update();
        return token;
    }

    /** The case the link leads to; empty for anything that is no link of ours. */
    @Transactional(readOnly = true)
    public Optional<Long> find(String token) {
        return TOKEN.matcher(token).matches()
                ? jdbc.sql("select complaint_id from tracking_link where hash = ?").param(hash(token)).query(Long.class).optional()
                : Optional.empty();
    }

    /** The whole address, as messages carry it. It never comes from a request: what a stranger sends must not choose where it leads. */
    public String address(String token) {
        return site + "/track/" + token;
    }

    private static String hash(String token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
