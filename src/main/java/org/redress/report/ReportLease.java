package org.redress.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets one node at a time send what is due. Who stops without giving back is forgotten when the time is over. */
@Component
class ReportLease {

    /** Longer than a look takes, shorter than anybody would wait for a mail. */
    static final Duration TIME = Duration.ofMinutes(10);

    private static final String NAME = "mail";

    private final JdbcClient jdbc;
    private final Clock clock;

    ReportLease(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return whether the node has it now */
    boolean take(String node) {
        Instant now = clock.instant();
        return jdbc.sql("""
                insert into report_lease as l (name, holder, until) values (:name, :node, :until)
                on conflict (name) do update set holder = excluded.holder, until = excluded.until where l.until <= :now or l.holder = :node""")
                .param("name", NAME).param("node", node).param("until", now.plus(TIME).atOffset(ZoneOffset.UTC)).param("now", now.atOffset(ZoneOffset.UTC))
                .update() == 1;
    }

    void giveBack(String node) {
        jdbc.sql("delete from report_lease where name = :name and holder = :node").param("name", NAME).param("node", node).update();
    }
}
