package org.redress.portal;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;

import org.redress.shared.LinkToken;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Links that lead to one case. A link is 192 random bits; what it hashes to is all that is kept of it. */
@Service
@Transactional
public class TrackingLinks {

    private final JdbcClient jdbc;
    private final String site;
    private final Clock clock;

    TrackingLinks(JdbcClient jdbc, @Value("${redress.public-url}") String site, Clock clock) {
        this.jdbc = jdbc;
        this.site = site.replaceAll("/+$", "");
        this.clock = clock;
    }

    /** A new link to the case; earlier ones stay good. Answers its token. */
    public String make(long caseId) {
        LinkToken token = LinkToken.fresh();
        jdbc.sql("insert into tracking_link (hash, complaint_id, made_at) values (?, ?, ?)")
                .params(token.hash(), caseId, clock.instant().atOffset(ZoneOffset.UTC)).update();
        return token.text();
    }

    /** The case the link leads to; empty for anything that is no link of ours. */
    @Transactional(readOnly = true)
    public Optional<Long> find(String token) {
        return LinkToken.parse(token)
                .flatMap(link -> jdbc.sql("select complaint_id from tracking_link where hash = ?").param(link.hash()).query(Long.class).optional());
    }

    /** The whole address, as messages carry it. It never comes from a request: what a stranger sends must not choose where it leads. */
    public String address(String token) {
        return site + "/track/" + token;
    }
}
