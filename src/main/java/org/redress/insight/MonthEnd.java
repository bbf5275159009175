package org.redress.insight;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

import org.redress.insight.GamingMark.Proof;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases closed en masse in the last two days of a month (月末突击办结). */
@Component
class MonthEnd {

    /** Fewer closings than this on one day are no mass, however little the team usually closes. */
    private static final int A_FEW = 5;
    private static final int TIMES_USUAL = 3;
    private static final int DAYS_BEFORE = 60;
    private static final int LAST_DAYS = 2;

    private final JdbcClient jdbc;
    private final Hours hours;

    MonthEnd(JdbcClient jdbc, Hours hours) {
        this.jdbc = jdbc;
        this.hours = hours;
    }

    record Found(long complaintId, GamingMark mark) {
    }

    /** The last two days of the month: from its second-last working day where the month ends on a holiday. */
    List<LocalDate> lastDays(YearMonth month) {
        List<LocalDate> days = new ArrayList<>();
        int working = 0;
        for (LocalDate day = month.atEndOfMonth(); working < LAST_DAYS && day.getMonth() == month.getMonth(); day = day.minusDays(1)) {
            days.add(0, day);
            working += hours.calendar().slots(day).isEmpty() ? 0 : 1;
        }
        return days;
    }

    List<Found> find(YearMonth month) {
        List<LocalDate> last = lastDays(month);
        LocalDate from = last.get(0);
        long usualDays = from.minusDays(DAYS_BEFORE).datesUntil(from).filter(day -> !hours.calendar().slots(day).isEmpty()).count();
        return jdbc.sql("""
                with closing as (select c.id, c.team, c.closed_at, (c.closed_at at time zone :zone)::date as day from complaint c
                    where c.state = 'CLOSED' and c.team is not null and c.closed_at >= :since and c.closed_at < :until),
                usual as (select team, count(*) as closed from closing where day < :from group by team),
                mass as (select d.team, d.day, count(*) as closed from closing d where d.day >= :from group by d.team, d.day)
                select c.id, c.team, c.closed_at, m.day, m.closed, coalesce(u.closed, 0) as before
                from mass m left join usual u on u.team = m.team join closing c on c.team = m.team and c.day = m.day
                where m.closed >= :few and m.closed * cast(:days as bigint) > coalesce(u.closed, 0) * :times
                order by c.id""")
                .param("zone", hours.zone().getId()).param("since", BoardMarks.at(hours.startOf(from.minusDays(DAYS_BEFORE))))
                .param("until", BoardMarks.at(hours.startOf(month.atEndOfMonth().plusDays(1)))).param("from", from)
                .param("few", A_FEW).param("times", TIMES_USUAL).param("days", Math.max(1, usualDays))
                .query((row, index) -> new Found(row.getLong("id"), new GamingMark(GamingKind.CLOSED_EN_MASSE, BoardRows.moment(row, "closed_at"), null,
                        row.getString("team"), List.of(Proof.day(row.getObject("day", LocalDate.class), row.getInt("closed"),
                                Math.round(row.getInt("before") * 100.0 / Math.max(1, usualDays)) / 100.0)))))
                .list();
    }
}
