package org.redress.briefing;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.redress.deadline.Calendars;
import org.redress.figure.Dimension;
import org.redress.organisation.Organisation;
import org.redress.organisation.Person;
import org.redress.shared.Bilingual;
import org.redress.shared.Business;
import org.redress.shared.CurrentActor;
import org.redress.shared.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rows behind the numbers of a briefing that are no figure's: answers with one grade, complaints of one category or class. As they are now.
 * Leaders see those of their own teams.
 */
@Service
@Transactional(readOnly = true)
public class BriefingRows {

    private final JdbcClient jdbc;
    private final Calendars calendars;
    private final Organisation organisation;
    private final CurrentActor current;

    BriefingRows(JdbcClient jdbc, Calendars calendars, Organisation organisation, CurrentActor current) {
        this.jdbc = jdbc;
        this.calendars = calendars;
        this.organisation = organisation;
        this.current = current;
    }

    /** What rows are of. */
    public enum Of {
        GRADE, CATEGORY, CLASS
    }

    /** @param code "GRADE5:GOOD", a category, or a class of categories; "-" for complaints without one */
    public record Asked(Of of, String code, LocalDate from, LocalDate to, @Nullable String team, @Nullable Business business) {

        String address() {
            return "/briefings/rows?of=" + of.name().toLowerCase(Locale.ROOT) + "&code=" + code + "&from=" + from + "&to=" + to
                    + (team == null ? "" : "&team=" + team) + (business == null ? "" : "&business=" + business);
        }
    }

    /** @param key number of the case; null for an answer, which is known by its id */
    public record Line(long id, @Nullable String key, LocalDate day, @Nullable String team, @Nullable String business, @Nullable String summary) {
    }

    /** @param after id of the last row seen; 0 for the first page */
    public Slice<Line> page(Asked asked, long after, int limit) {
        ZoneId zone = calendars.current().zone();
        String sql = asked.of() == Of.GRADE ? """
                select e.id, null as key, e.asked_at as at, e.team, e.business, e.suggestion as summary from evaluation e
                where e.asked_at >= :from and e.asked_at < :to and e.reached and e.via in ('PHONE', 'OUTSIDE') and e.campaign_id is null
                  and e.scale || ':' || e.rating = :code and (cast(:team as varchar) is null or e.team = :team)
                  and (cast(:business as varchar) is null or e.business = :business) and (:all or e.team = any(:mine)) and e.id > :after
                order by e.id limit :limit""" : """
                select c.id, c.number as key, c.received_at as at, c.team, c.business, c.summary from complaint c left join category leaf on leaf.code = c.category
                where c.received_at >= :from and c.received_at < :to and c.state not in ('MERGED', 'REJECTED')
                  and coalesce(case when :class then leaf.class else c.category end, '-') = :code and (cast(:team as varchar) is null or c.team = :team)
                  and (cast(:business as varchar) is null or c.business = :business) and (:all or c.team = any(:mine)) and c.id > :after
                order by c.id limit :limit""";
        Optional<Set<String>> mine = teams();
        List<Line> rows = jdbc.sql(sql).param("from", Timestamp.from(asked.from().atStartOfDay(zone).toInstant()))
                .param("to", Timestamp.from(asked.to().atStartOfDay(zone).toInstant())).param("code", asked.code()).param("team", asked.team())
                .param("business", asked.business() == null ? null : asked.business().name()).param("class", asked.of() == Of.CLASS)
                .param("all", mine.isEmpty()).param("mine", mine.orElse(Set.of()).toArray(String[]::new)).param("after", after).param("limit", limit + 1)
                .query((row, n) -> new Line(row.getLong("id"), row.getString("key"), row.getTimestamp("at").toInstant().atZone(zone).toLocalDate(),
                        row.getString("team"), row.getString("business"), row.getString("summary"))).list();
        return Slice.of(rows, limit, row -> String.valueOf(row.id()));
    }

    /** What people call the code of a grade or a category; the code where nobody knows it. */
    public Bilingual name(Asked asked) {
        String[] grade = asked.code().split(":", 2);
        JdbcClient.StatementSpec names = asked.of() == Of.GRADE
                ? jdbc.sql("select name_en, name_zh from scale_grade where scale = ? and code = ?").params(grade[0], grade.length > 1 ? grade[1] : "")
                : jdbc.sql("select name_en, name_zh from category where code = ?").param(asked.code());
        return names.query((row, n) -> new Bilingual(row.getString("name_en"), row.getString("name_zh"))).optional()
                .orElseGet(() -> Sentences.unnamed(asked.code()));
    }

    /** Those whose rows the reader sees; empty for all. */
    private Optional<Set<String>> teams() {
        return current.get().hasAny("DEPARTMENT_MANAGER", "SERVICE_DIRECTOR") ? Optional.empty()
                : Optional.of(organisation.person(current.get().username()).map(Person::leads).orElse(Set.of()));
    }

    /** Whether the reader sees the rows of some teams only. */
    public boolean isNarrowed() {
        return teams().isPresent();
    }

    /** The scale that has exactly these grades, best first; null when none has, or several have. */
    @Nullable String scale(List<String> grades) {
        List<String> scales = jdbc.sql("select scale from scale_grade group by scale having array_agg(code order by position) = cast(? as varchar[])")
                .param(grades.toArray(String[]::new)).query(String.class).list();
        return scales.size() == 1 ? scales.get(0) : null;
    }

    static @Nullable String grade(@Nullable String scale, String grade, Scope scope, @Nullable String team) {
        return scale == null ? null : new Asked(Of.GRADE, scale + ":" + grade, scope.from(), scope.to(), team, scope.business()).address();
    }

    static String complaints(Of of, @Nullable String code, Period period, Scope scope) {
        return new Asked(of, code == null ? Dimension.NONE : code, period.from(), period.to(), null, scope.business()).address();
    }
}
