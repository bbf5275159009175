package org.redress.figure;

import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Facts and their sums. One writer at a time: whoever writes holds {@link #alone}. Readers never wait, and see facts and sums of one moment.
 */
@Component
class FactStore {

    /** "figure" as a number; any fixed one that nobody else uses. */
    private static final long KEY = 0x666967757265L;

    private static final String ADD = """
            insert into figure_sum as t (subject, level, day, business, team, employee, region, channel, segment, grade, marks, n, amount)
            %s
            on conflict (subject, level, day, business, team, employee, region, channel, segment, grade, marks)
                do update set n = t.n + excluded.n, amount = t.amount + excluded.amount""";

    private static final String COUNT = """
            with fresh as materialized (%s),
            old as materialized (select f.* from figure_fact f where f.subject = %d and f.id = any(:ids)),
            gone as (delete from figure_fact f using old o where f.subject = o.subject and f.id = o.id and f.part = o.part
                and not exists (select from fresh n where n.id = o.id and n.part = o.part)),
            put as (insert into figure_fact as t (%s) select * from fresh
                on conflict (subject, id, part) do update set day = excluded.day, business = excluded.business, team = excluded.team,
                    employee = excluded.employee, region = excluded.region, channel = excluded.channel, segment = excluded.segment,
                    grade = excluded.grade, marks = excluded.marks, n = excluded.n, amount = excluded.amount
                where (t.day, t.business, t.team, t.employee, t.region, t.channel, t.segment, t.grade, t.marks, t.n, t.amount)
                    is distinct from (excluded.day, excluded.business, excluded.team, excluded.employee, excluded.region, excluded.channel, excluded.segment,
                    excluded.grade, excluded.marks, excluded.n, excluded.amount)),
            moved as materialized (select n.* from fresh n union all
                select subject, id, part, day, business, team, employee, region, channel, segment, grade, marks, -n, amount from old)
            %s""";

    private final JdbcClient jdbc;

    FactStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends. */
    void alone() {
        jdbc.sql("select pg_advisory_xact_lock(:key)").param("key", KEY).query().listOfRows();
    }

    /** Makes facts and sums fit the rows of other tables as they are now; rows that are gone lose theirs. */
    void count(Subject subject, Collection<Long> ids, String zone) {
        if (ids.isEmpty()) {
            return;
        }
        jdbc.sql(COUNT.formatted(FactSql.of(subject), subject.number(), FactSql.COLUMNS, ADD.formatted(Level.sums("moved"))))
                .param("ids", ids.toArray(Long[]::new)).param("zone", zone).update();
        if (subject == Subject.CASE) {
            count(Subject.STOCK, ids, zone);
        }
    }

    /** Takes changed rows out of the waiting line, oldest first. */
    List<Changed> take(int most) {
        return jdbc.sql("""
                with taken as (delete from figure_dirty where seq in (select seq from figure_dirty order by seq limit :most) returning subject, id)
                select distinct subject, id from taken order by subject, id""").param("most", most)
                .query((row, index) -> new Changed(row.getInt("subject"), row.getLong("id"))).list();
    }

    /** @param subject 1 to 3 */
    record Changed(int subject, long id) {
    }

    /** How many wait, counted no further than given. */
    long waiting(int most) {
        return jdbc.sql("select count(*) from (select from figure_dirty limit :most) d").param("most", most).query(Long.class).single();
    }

    /** Sums that have become nothing, and lines of the customer file that can be one. */
    void tidy() {
        jdbc.sql("delete from figure_sum where n = 0 and amount = 0").update();
        jdbc.sql("""
                with taken as (delete from figure_customers where (select count(*) from figure_customers) > 200 returning region, segment, n)
                insert into figure_customers select region, segment, sum(n) from taken group by 1, 2 having sum(n) <> 0""").update();
    }

    /** All sums anew from the facts. */
    void addUp() {
        jdbc.sql("delete from figure_sum").update();
        jdbc.sql(ADD.formatted(Level.sums("figure_fact"))).update();
        jdbc.sql("delete from figure_customers").update();
        jdbc.sql("insert into figure_customers select coalesce(nullif(area, ''), '-'), segment, count(*) from customer group by 1, 2").update();
    }

    /** Puts every row into the waiting line, those too of which only a fact is left. */
    void noteAll() {
        for (Subject subject : List.of(Subject.JOB, Subject.EVALUATION, Subject.CASE)) {
            jdbc.sql("insert into figure_dirty (subject, id) select " + subject.number() + ", id from " + FactSql.table(subject)).update();
        }
        jdbc.sql("""
                insert into figure_dirty (subject, id) select distinct least(f.subject, 3), f.id from figure_fact f
                where f.subject = 1 and not exists (select from service_job j where j.id = f.id)
                    or f.subject = 2 and not exists (select from evaluation e where e.id = f.id)
                    or f.subject in (3, 4) and not exists (select from complaint c where c.id = f.id)""").update();
    }

    /** The zone the facts were cut in; "" before the first. */
    String zone() {
        return jdbc.sql("select zone from figure_setting").query(String.class).optional().orElse("");
    }

    void zone(String zone) {
        jdbc.sql("delete from figure_setting").update();
        jdbc.sql("insert into figure_setting (zone) values (:zone)").param("zone", zone).update();
    }
}
