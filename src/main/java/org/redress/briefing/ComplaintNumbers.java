package org.redress.briefing;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.redress.deadline.Calendars;
import org.redress.shared.Bilingual;
import org.redress.shared.Business;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Complaints of a briefing by class and cause, which are no dimension of the figures. Counted like all figures of complaints: on the day they
 * were received, merged and rejected ones left out.
 */
@Component
class ComplaintNumbers {

    private static final String COUNTED = """
             from complaint c left join category leaf on leaf.code = c.category
             where c.received_at >= :from and c.received_at < :to and c.state not in ('MERGED', 'REJECTED')
               and (cast(:business as varchar) is null or c.business = :business)
            """;

    private final JdbcClient jdbc;
    private final Calendars calendars;

    ComplaintNumbers(JdbcClient jdbc, Calendars calendars) {
        this.jdbc = jdbc;
        this.calendars = calendars;
    }

    /** @param code null where the case has no category yet */
    record Group(@Nullable String code, @Nullable Bilingual name, long count) {
    }

    /** @param period index of the period, from 0 */
    record Cell(int period, @Nullable String code, long count) {
    }

    /** Most first. */
    List<Group> byCategory(Scope scope) {
        return days("select c.category as code, leaf.name_en as en, leaf.name_zh as zh, count(*) as cases" + COUNTED
                + " group by 1, 2, 3 order by 4 desc, 1", scope.from(), scope.to(), scope.business())
                .query((row, n) -> new Group(row.getString("code"), row.getString("code") == null ? null
                        : new Bilingual(row.getString("en"), row.getString("zh")), row.getLong("cases"))).list();
    }

    /** Counts by class in each of several periods that follow one another. */
    List<Cell> byClass(List<Period> periods, @Nullable Business business) {
        ZoneId zone = calendars.current().zone();
        LocalDate[] starts = periods.stream().map(Period::from).toArray(LocalDate[]::new);
        return days("""
                select (select count(*) from unnest(cast(:starts as timestamptz[])) start where start <= c.received_at) - 1 as period,
                       leaf.class as code, count(*) as cases""" + COUNTED + " group by 1, 2", periods.get(0).from(),
                periods.get(periods.size() - 1).to(), business)
                .param("starts", Arrays.stream(starts).map(day -> day.atStartOfDay(zone).toOffsetDateTime().toString()).toArray(String[]::new))
                .query((row, n) -> new Cell(row.getInt("period"), row.getString("code"), row.getLong("cases"))).list();
    }

    /** Root causes in people's words, of cases resolved in the days; each once. */
    List<Group> rootCauses(LocalDate from, LocalDate to, @Nullable Business business) {
        return days("""
                select min(btrim(c.root_cause)) as cause, count(*) as cases from complaint c
                where c.resolved_at >= :from and c.resolved_at < :to and btrim(c.root_cause) <> '' and c.state not in ('MERGED', 'REJECTED')
                  and (cast(:business as varchar) is null or c.business = :business)
                group by lower(btrim(c.root_cause)) order by 2 desc, 1""", from, to, business)
                .query((row, n) -> new Group(row.getString("cause"), Sentences.unnamed(row.getString("cause")), row.getLong("cases"))).list();
    }

    private JdbcClient.StatementSpec days(String sql, LocalDate from, LocalDate to, @Nullable Business business) {
        ZoneId zone = calendars.current().zone();
        return jdbc.sql(sql).param("from", Timestamp.from(from.atStartOfDay(zone).toInstant()))
                .param("to", Timestamp.from(to.atStartOfDay(zone).toInstant())).param("business", business == null ? null : business.name());
    }
}
